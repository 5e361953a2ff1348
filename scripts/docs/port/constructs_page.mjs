// The page with the table of constructs, in English and Chinese.
import { block, frontMatter, joined } from '../reference/markdown.mjs';
import { STYLES, programOf, pythonOf } from './construct_programs.mjs';

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
        'print what CPython prints. Below each is the way to the playground, where you can edit and run it beside its Python.',
    ],
    titleOf: ({ title }) => title,
    noteOf: ({ note }) => note,
    onlyNode: 'This needs Node: a page has no threads.',
    styles: { wrapped: 'Wrapped', generator: 'Generator', compiled: 'Compiled' },
  },
  zh: {
    title: '语法对照：从 Python 到 TypeScript',
    description: 'async def、async with、except* 等 Python 语法，在三种协程写法中分别怎么写。',
    head: [
      'Python 的语法在这里怎么写。协程有三种写法：**包装式**，把 `async` 函数放进 `asyncio.coroutine(…)`；**生成器式**，放进去的是 ' +
        '`function*`，用 `yield*` 代替 `await`；**编译式**，就是普通的 `async` 函数，由插件编译。三种写法可以在同一个程序里混用。',
      '所有 TypeScript 代码都在测试中做过类型检查；除最后两项外，还会在测试中实际运行，输出与 CPython 一致。每一项下面都可以转到演练场，在那里编辑和运行它，' +
        '旁边就是对应的 Python。',
    ],
    titleOf: ({ title_zh: title }) => title,
    noteOf: ({ note_zh: note }) => note,
    onlyNode: '这需要 Node：网页中没有线程。',
    styles: { wrapped: '包装式', generator: '生成器式', compiled: '编译式' },
  },
};

/** A page has no threads, in either language. */
const NEEDS_NODE = new Set(['to-thread']);

/** The Markdown of the page in a language. */
export function constructsPage(language, constructs) {
  const texts = TEXTS[language];
  const parts = constructs.map((construct) =>
    joined([
      `## ${texts.titleOf(construct)} {#${construct.id}}`,
      texts.noteOf(construct),
      block('python', construct.python),
      codeGroup(texts, construct),
      NEEDS_NODE.has(construct.id)
        ? texts.onlyNode
        : `<Playable name="${construct.id}" styles="${stylesOf(construct).join(' ')}" />`,
    ]),
  );
  return `${joined([frontMatter(texts.title, texts.description), `# ${texts.title}`, ...texts.head, ...parts])}\n`;
}

/** The files of the programs in which a reader can try the constructs: their names below `examples`, and what is in them. */
export function constructFiles(constructs) {
  return constructs.flatMap((construct) => [
    [`constructs/${construct.id}/program.py`, pythonOf(construct)],
    ...stylesOf(construct).map((style) => [`constructs/${construct.id}/${style}.ts`, programOf(construct, style)]),
  ]);
}

/** The styles that are written differently. */
function stylesOf(construct) {
  return STYLES.every((style) => construct[style] === construct.wrapped) ? ['wrapped'] : STYLES;
}

/** The styles as tabs; a single block where all three are the same. */
function codeGroup(texts, construct) {
  const styles = stylesOf(construct);
  if (styles.length === 1) return block('typescript', construct.wrapped);
  const blocks = styles.map((style) => block(`typescript [${texts.styles[style]}]`, construct[style]));
  return `::: code-group\n\n${blocks.join('\n\n')}\n\n:::`;
}
