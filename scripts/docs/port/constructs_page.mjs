// The page with the table of constructs, in English and Chinese.
import { block, frontMatter, joined } from '../reference/markdown.mjs';

const TEXTS = {
  en: {
    title: 'Constructs, from Python to TypeScript',
    description:
      'How async def, async with, except* and the rest of Python are written in the three styles of coroutines.',
    head: [
      'How the syntax of Python is written here. Coroutines have three styles: **wrapped**, an `async` function inside ' +
        '`asyncio.coroutine(…)`; **generator**, a `function*` there, with `yield*` for `await`; and **compiled**, a plain ' +
        '`async` function that a plugin has compiled. The three mix in one program.',
      'All cells of TypeScript are type-checked by the tests, and all but those of the last two constructs are run there: they ' +
        'print what CPython prints.',
    ],
    titleOf: ({ title }) => title,
    noteOf: ({ note }) => note,
    styles: { wrapped: 'Wrapped', generator: 'Generator', compiled: 'Compiled' },
  },
  zh: {
    title: '语法对照：从 Python 到 TypeScript',
    description: 'async def、async with、except* 等 Python 语法，在三种协程写法中分别怎么写。',
    head: [
      'Python 的语法在这里怎么写。协程有三种写法：**包装式**，把 `async` 函数放进 `asyncio.coroutine(…)`；**生成器式**，放进去的是 ' +
        '`function*`，用 `yield*` 代替 `await`；**编译式**，就是普通的 `async` 函数，由插件编译。三种写法可以在同一个程序里混用。',
      '所有 TypeScript 代码都在测试中做过类型检查；除最后两项外，还会在测试中实际运行，输出与 CPython 一致。',
    ],
    titleOf: ({ title_zh: title }) => title,
    noteOf: ({ note_zh: note }) => note,
    styles: { wrapped: '包装式', generator: '生成器式', compiled: '编译式' },
  },
};

/** The Markdown of the page in a language. */
export function constructsPage(language, constructs) {
  const texts = TEXTS[language];
  const parts = constructs.map((construct) =>
    joined([
      `## ${texts.titleOf(construct)} {#${construct.id}}`,
      texts.noteOf(construct),
      block('python', construct.python),
      codeGroup(texts, construct),
    ]),
  );
  return `${joined([frontMatter(texts.title, texts.description), `# ${texts.title}`, ...texts.head, ...parts])}\n`;
}

/** The styles as tabs; a single block where all three are the same. */
function codeGroup(texts, construct) {
  const styles = Object.keys(texts.styles);
  if (styles.every((style) => construct[style] === construct.wrapped)) {
    return block('typescript', construct.wrapped);
  }
  const blocks = styles.map((style) => block(`typescript [${texts.styles[style]}]`, construct[style]));
  return `::: code-group\n\n${blocks.join('\n\n')}\n\n:::`;
}
