// The page with the table of names, in English and Chinese.
import { anchorOf, linkBetween } from '../reference/addresses.mjs';
import { code, frontMatter, joined, safe, table } from '../reference/markdown.mjs';
import { inChinese } from './notes.mjs';

const TEXTS = {
  en: {
    page: 'port/names',
    title: 'Names, from Python to TypeScript',
    description: "Every public name of Python's asyncio 3.14, and the line of TypeScript that does the same.",
    head: [
      "Every public name of Python's asyncio 3.14 and of the modules around it, and the line that does the same here. Each line " +
        'gives all arguments; those with a default in Python may be left out here, too.',
      'The lines are written for coroutines in wrapped and compiled style. In generator style `yield*` stands in the place of ' +
        "`await`. What isn't a call of a name, such as `async with`, is in [the table of constructs](./constructs.md).",
    ],
    columns: ['Python', 'TypeScript', 'what differs'],
    as: (link) => `As in ${link}: `,
    stop: '.',
    note: (note) => note,
    between: '; ',
    group: ({ title }) => title,
  },
  zh: {
    page: 'zh/port/names',
    title: '名称对照：从 Python 到 TypeScript',
    description: 'Python 3.14 asyncio 的每一个公开名称，以及作用相同的 TypeScript 写法。',
    head: [
      '这里列出 Python 3.14 的 asyncio 及相关模块的每一个公开名称，以及作用相同的 TypeScript 写法。每一行都写出了全部参数；' +
        '在 Python 里有默认值的参数，在这里同样可以省略。',
      '各行按包装式和编译式协程的写法给出；在生成器式协程里，把 `await` 换成 `yield*` 即可。`async with` 这类不属于名称调用的' +
        '语法，见[语法对照表](./constructs.md)。',
    ],
    columns: ['Python', 'TypeScript', '差异'],
    as: (link) => `与 ${link} 相同：`,
    stop: '。',
    note: inChinese,
    between: '；',
    group: ({ title_zh: title }) => title,
  },
};

/** The Markdown of the page in a language; `rows` are those of `toRows`. */
export function namesPage(language, site, rows) {
  const texts = TEXTS[language];
  const shown = new Map(rows.map((row) => [row.path, row]));
  const parts = site.groups.flatMap((group) => {
    const own = rows.filter((row) => site.groupOf(row.symbol) === group);
    if (own.length === 0) return [];
    const withMembers = new Set(own.filter(({ member }) => member !== null).map(({ symbol }) => symbol));
    const place = ({ symbol }) => [...group.symbols, ...group.types].indexOf(symbol);
    const single = own.filter(({ symbol }) => !withMembers.has(symbol)).sort((a, b) => place(a) - place(b));
    const ordered = group.symbols.filter((symbol) => withMembers.has(symbol));
    return [
      `## ${texts.group(group)} {#${anchorOf(group.title.toLowerCase())}}`,
      linesOf(texts, site, single),
      ...ordered.flatMap((symbol) => classPart(texts, site, symbol, own, shown)),
    ];
  });
  return `${joined([frontMatter(texts.title, texts.description), `# ${texts.title}`, ...texts.head, ...parts])}\n`;
}

/** A class: its lines, and then the names of those that are as in a class above it. */
function classPart(texts, site, symbol, rows, shown) {
  const own = rows.filter((row) => row.symbol === symbol);
  const ancestors = site.symbols.ancestorsOf(symbol);
  const same = new Map();
  const lines = own.filter((row) => {
    const above = ancestors.find((ancestor) => isSame(row, shown.get(`${ancestor.path}.${row.member}`)));
    if (above !== undefined) same.set(above, [...(same.get(above) ?? []), row]);
    return above === undefined;
  });
  const references = [...same].map(([above, found]) => {
    const links = found.map((row) => linkOf(texts, site, row, code(row.member)));
    return `${texts.as(linkOf(texts, site, { symbol: above, member: null }, code(above.name)))}${links.join(', ')}${texts.stop}`;
  });
  return [`### ${symbol.path} {#${anchorOf(symbol.path)}-names}`, linesOf(texts, site, lines), ...references];
}

/** Whether two lines differ only in the object that they are about. */
const isSame = (row, other) =>
  row.member !== null && other !== undefined && textOf(row) === textOf(other) && row.symbol !== other.symbol;

const textOf = ({ python, typescript, notes }) =>
  [python, typescript, ...notes].map((text) => text?.replace(/^(await )?\w+(?=\.)/, '$1')).join('\n');

const linesOf = (texts, site, rows) =>
  table(
    texts.columns,
    rows.map((row) => [
      code(row.python),
      row.typescript === null ? '—' : linkOf(texts, site, row, code(row.typescript)),
      safe(row.notes.map(texts.note).join(texts.between)),
    ]),
  );

/** A link to where the reference tells of a name: a member that is inherited is told of at the class that declares it. */
function linkOf(texts, site, { symbol, member }, text) {
  const found = member === null ? { symbol, member } : site.symbols.resolve(`${symbol.path}.${member}`, null);
  const anchor = found?.member == null ? null : anchorOf(found.member);
  return `[${text}](${linkBetween(texts.page, site.pageOf(found?.symbol ?? symbol), anchor)})`;
}
