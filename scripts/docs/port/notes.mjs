// What the table of names says about differences, in English and Chinese beside each other. In English the sentences stand
// where the difference does: in scripts/api-coverage, or in the library, which raises them.

/** What is different. What stands in quotes is a name, and is taken over. */
const PROBLEMS = [
  ['a promise here', '这里返回 promise'],
  ['it is missing', '没有这个名称'],
  ['it takes no keywords', '不接受关键字参数'],
  ["'…' can't be given by keyword", "不能用关键字传入 '…'"],
  ["there is a keyword '…'", "多一个关键字 '…'"],
  ["there is a parameter '…'", "多一个参数 '…'"],
  ["parameter 2 is '…', not '…'", "第 2 个参数是 '…'，不是 '…'"],
  ['NotImplementedError', 'NotImplementedError'],
];

/** Why it is so. */
const REASONS = [
  [
    'loops make handles, one for each callback: there is no time to look for keywords',
    '事件循环为每个回调创建一个 handle，没有时间去检查关键字参数',
  ],
  [
    "transports call these methods of a program's own classes, by position: JavaScript gives nothing by name",
    '这些方法由 transport 在程序自己的类上按位置调用，而 JavaScript 不按名称传参',
  ],
  [
    'no loop of Python takes it any more; TypeScript would let a caller pass it to each',
    'Python 的事件循环都不再接受它；如果写进声明，TypeScript 就会允许把它传给每一个事件循环',
  ],
  [
    "JavaScript doesn't tell how far a native asynchronous generator has come: the only way to learn it would be to resume it. Make the function with asyncio.asyncgen to have it tracked",
    'JavaScript 不会说明原生异步生成器执行到了哪里，要知道就只能恢复它的执行。用 asyncio.asyncgen 创建函数，就能跟踪它的状态',
  ],
  [
    "JavaScript doesn't tell how far a native generator has come: the only way to learn it would be to resume it. A coroutine made of it with asyncio.coroutine can be asked",
    'JavaScript 不会说明原生生成器执行到了哪里，要知道就只能恢复它的执行。用 asyncio.coroutine 由它创建的协程可以查询',
  ],
  [
    'Python has no child watchers since 3.14: a loop hears of its children by itself',
    'Python 从 3.14 起没有 child watcher：事件循环自己就能得知子进程的情况',
  ],
  [
    "the annotation 'int' can't be evaluated: JavaScript has no access to the names of another module",
    "无法求值注解 'int'：JavaScript 访问不到其他模块里的名称",
  ],
  [
    "the local variables of an asynchronous generator can't be read: JavaScript shows them to nobody but the function itself",
    '无法读取异步生成器的局部变量：在 JavaScript 中，只有函数自己能看到它们',
  ],
  [
    "the local variables of a coroutine can't be read: JavaScript shows them to nobody but the function itself",
    '无法读取协程的局部变量：在 JavaScript 中，只有函数自己能看到它们',
  ],
  [
    "the local variables of a generator can't be read: JavaScript shows them to nobody but the function itself",
    '无法读取生成器的局部变量：在 JavaScript 中，只有函数自己能看到它们',
  ],
  [
    'what a thread keeps between its calls is made in the thread, where no method of the executor exists',
    '线程在多次调用之间保留的东西是在线程里创建的，而那里没有执行器的任何方法',
  ],
  [
    'JavaScript calls functions without keywords; an object at the end is an argument',
    'JavaScript 调用函数时没有关键字参数；末尾的对象就是一个普通参数',
  ],
  ['abstract, as in Python', '抽象方法，与 Python 相同'],
  [
    'it does, as an object at the end, which TypeScript has no way to tell from another argument',
    '其实接受，写成末尾的对象即可；只是 TypeScript 无法把它与别的参数区分开',
  ],
  [
    "the contract and the loops don't agree in Python; TypeScript has one declaration for both",
    '在 Python 里，抽象类和各个事件循环的参数名不一致；TypeScript 中两者共用一个声明',
  ],
  [
    'all loops of Python take it, but the contract forgets it; TypeScript would not let a caller pass it',
    'Python 的事件循环都接受它，抽象类却漏掉了；不写进声明，TypeScript 就不允许传入',
  ],
  ['a promise has no cancellation of its own', 'promise 自己没有取消的办法'],
  [
    'the loops of Python that have the method take it; TypeScript would not let a caller pass it',
    'Python 中有这个方法的事件循环都接受它；不写进声明，TypeScript 就不允许传入',
  ],
  [
    'the host is what selectors are in Python: where the loop gets its time and its turns',
    'host 相当于 Python 的 selector：事件循环从它那里得到时间和执行的机会',
  ],
  [
    'JavaScript has no second superclass; `instanceof` says what it says in Python',
    'JavaScript 没有第二个父类；`instanceof` 的结果与 Python 相同',
  ],
  [
    'JavaScript has no second superclass; what the mixin does, the protocol does',
    'JavaScript 没有第二个父类；mixin 做的事由这个协议自己来做',
  ],
  ['objects of JavaScript have no order of their own', 'JavaScript 的对象本身没有大小顺序'],
  [
    'no loop of Python does without; in the contract it is the first of `args`',
    'Python 的事件循环都少不了它；在抽象类里，它是 `args` 的第一项',
  ],
];

/** A note in Chinese. Throws if it isn't there: whoever adds a note says it in both languages. */
export function inChinese(note) {
  const end = note.indexOf(': ');
  const [problem, reason] = end < 0 ? [note, null] : [note.slice(0, end), note.slice(end + 2)];
  const names = problem.match(/'[^']*'/g) ?? [];
  const chinese = translated(PROBLEMS, problem.replace(/'[^']*'/g, "'…'")).replaceAll("'…'", () => names.shift());
  return reason === null ? chinese : `${chinese}：${translated(REASONS, reason)}`;
}

function translated(pairs, english) {
  const pair = pairs.find(([text]) => text === english);
  if (pair === undefined) throw new Error(`scripts/docs/port/notes.mjs has no Chinese for "${english}"`);
  return pair[1];
}
