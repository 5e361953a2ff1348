/** The page in Chinese. */
import type { Language } from './page';

const STYLES: Readonly<Record<string, string>> = {
  wrapped: '包装',
  generator: '生成器',
  mixed: '混合',
  compiled: '编译',
  'partly compiled': '部分编译',
  helpers: '辅助函数',
};

const REASONS: Readonly<Record<string, string>> = {
  'between generator bodies it passes as it is; see docs/differences.md':
    '在生成器函数体之间，它原样通过；见[差异](differences.md)',
  "TypeScript's helpers keep no signatures": 'TypeScript 的辅助函数不保留签名',
  'it prints the names of functions': '它会打印函数的名称',
  "a native body can't be closed": '原生函数体不能关闭',
  "a native body can't be stepped by hand": '原生函数体不能手动推进',
  "a native body can't yield": '原生函数体不能 yield',
  'a native body has one task, and the second is refused at once': '原生函数体只属于一个任务，第二个会立即被拒绝',
  'a native body is never started eagerly': '原生函数体从不立即启动',
  "a promise can't carry a thenable: a native body waits for the inner task as well":
    'Promise 不能携带 thenable：原生函数体也会等待内层的任务',
};

const FAULTS: Readonly<Record<string, string>> = {
  'an Event wakes a waiter when it is cleared': '清除 Event 时唤醒一个等待者',
  'a Condition wakes one waiter too many': 'Condition 多唤醒一个等待者',
  'a cancel is delivered one step late': '取消晚送达一步',
  'the message of a cancel is dropped': '取消的消息丢失',
  'a context is not restored after a callback': '回调之后没有恢复上下文',
  'timers run in the order in which they were set': '定时器按设置的次序运行',
  'a done callback runs at once': '完成回调立即运行',
  'a Queue loses an item when a getter is cancelled as it is woken': '取数者在被唤醒时被取消，Queue 丢失一项',
  'a Queue wakes nobody else when a getter is cancelled as it is woken':
    '取数者在被唤醒时被取消，Queue 不再唤醒别的取数者',
  'uncancel is not counted': 'uncancel 没有计数',
  'gather forgets to cancel its children': 'gather 忘记取消它的子任务',
  'a task group ignores a failure in its body': '任务组忽略其主体中的失败',
};

/** Said in Chinese; what can't be stops the writing of the page. */
function translated(words: Readonly<Record<string, string>>, english: string): string {
  const chinese = words[english];
  if (chinese === undefined) throw new Error(`not yet said in Chinese: ${english}`);
  return chinese;
}

const list = (styles: readonly string[]): string => styles.map((style) => translated(STYLES, style)).join('、');

export const chinese: Language = {
  differences: 'zh/differences.md',
  areas: ['领域', '场景', '比较次数', '全部'],
  random: ['内容', '程序'],
  faults: ['缺陷', '不一致的场景', '第一个不一致的随机程序'],
  dies: '进程终止',
  of: (some, all) => `${String(all)} 个中的 ${String(some)} 个`,
  leftOut: (styles, reason) => `${list(styles.split(', '))}写法中没有：${translated(REASONS, reason)}。`,
  fault: (name) => translated(FAULTS, name),
  text: (parts) => `---
title: 与 CPython 的一致程度
description: asyncio-ts 声称与 CPython 行为相同，依据是什么，怎样验证：场景、随机程序、植入的缺陷，以及已知的差异。
---

# 与 CPython 的一致程度 {#how-far-it-agrees-with-cpython}

<!-- \`npm run conformance:page\` -->

asyncio-ts 声称与 CPython 行为相同：事件的次序、异常及其文本、报告和 repr。本页说明这一说法的依据，以及怎样验证。参照物是 Pyodide 编译的 CPython ${parts.version}；它在 Node 中运行，因此什么都不必安装。

## 场景 {#scenarios}

一个场景是一个写了两遍的程序，一遍用 Python，一遍用 TypeScript。CPython 已经记录下 Python 程序打印的内容、每一行的虚拟时间、警告和报告；TypeScript 程序必须逐行打印出同样的内容。它分别以包装写法、生成器写法、两者混合，以及编译写法（经过编译器，也经过 TypeScript 自己的辅助函数）运行，调试模式关闭和打开各一次。在 Chromium 中还会再运行一遍，在宿主的每一轮之前都做一次垃圾回收：打印的内容与回收的时机无关。

\`\`\`sh
npm run conformance          # 与记录比较；不需要 Python
npm run conformance:record   # 重新询问 CPython
\`\`\`

${parts.areas}

有 ${String(parts.installed)} 个场景涉及 Pyodide 用自己的实现所替换的东西，例如信号和策略，它们由安装的 CPython 3.13 记录。

并非每种写法都能表现一切：

${parts.exceptions}

在以下场景中，CPython 3.13 与 3.14 的回答不同，本库遵循 3.14：${parts.older}。

## 随机程序 {#random-programs}

一个生成器编写涉及全部原语的小程序：等待协程的协程、任务、任务组、超时、来自各处的取消、锁、队列、回调、上下文、异步生成器。每个程序都以 Python 和 JavaScript 写出，两边都在虚拟时间上运行，并且必须留下同样的记录。不一致的程序会被缩减到几行并显示出来。每次 \`npm test\` 运行一千个。

种子 ${String(parts.result.seed)} 到 ${String(parts.result.seed + parts.result.seeds - 1)} 的 ${String(parts.result.programs)} 个程序与 CPython ${parts.version} 一致，写法为：${list(parts.result.styles)}。

\`\`\`sh
${parts.command}
\`\`\`

下面是每 100 个程序中，有多少个做了各种操作，遇到了各种少见的情况（名称与生成器中的相同）：

<details>
<summary>共 ${String(parts.operationsCount)} 种，最少见的出现在 ${parts.rarest} 的程序中</summary>

${parts.operations}

</details>

## 缺陷会被发现吗？ {#would-a-fault-be-noticed}

下面的每个缺陷都曾被植入本库的一个副本，然后照上面的办法比较。没有缺陷时，没有任何不一致。

\`\`\`sh
npm run conformance:faults
\`\`\`

${parts.faults}

另一种办法是随机改动代码，看有没有测试失败：[变异体](contributing/mutation.md)。

## 有什么不同 {#what-differs}

已知的不同之处都列在[差异](differences.md)中，每一条都附有原因：

${parts.differences}
`,
};
