// Small parts of Markdown, made safe for VitePress, which reads pages as templates of Vue.

/** Text that is Markdown already, but knows nothing of Vue: no tag is left in it. */
export const safe = (text) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll(/__(?=\w)|(?<=\w)__/g, String.raw`\_\_`);

/** Markdown whose braces, outside of code, Vue leaves alone. */
export const withPlainBraces = (markdown) =>
  markdown.replaceAll(/```[\s\S]*?```|(`+)[\s\S]*?\1|\{\{/g, (found) =>
    found === '{{' ? '<span v-pre>{{</span>' : found,
  );

/** A span of code: VitePress leaves its braces alone. The ticks around are more than those within. */
export function code(text) {
  const within = text.match(/`+/g)?.map((ticks) => ticks.length) ?? [0];
  const ticks = '`'.repeat(Math.max(...within) + 1);
  return within[0] === 0 ? `${ticks}${text}${ticks}` : `${ticks} ${text} ${ticks}`;
}

/** A block of code; `info` is the language and the flags after it. */
export const block = (info, text) => `\`\`\`${info}\n${text.trimEnd()}\n\`\`\``;

/** What stands in a cell of a table: on one line, and no bar that would end it. */
const cell = (text) =>
  text
    .trim()
    .replaceAll(/\s*\n\s*/g, ' ')
    .replaceAll('|', String.raw`\|`);

/** A table; nothing if it has no rows. */
export function table(head, rows) {
  if (rows.length === 0) return '';
  const line = (cells) => `| ${cells.map(cell).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Front matter. Texts are written as JSON, which YAML reads. */
export const frontMatter = (title, description) =>
  [
    '---',
    `title: ${JSON.stringify(title)}`,
    `description: ${JSON.stringify(description)}`,
    'outline: [2, 3]',
    'editLink: false',
    '---',
  ].join('\n');

/** The parts of a page that are there, one below the other. */
export const joined = (parts) => parts.filter(Boolean).join('\n\n');

/** Markdown as plain text. */
export const plain = (markdown) =>
  markdown
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/[`*]|\\(?=_)/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ')
    .trim();

/** The first sentence of Markdown. */
export function firstSentence(markdown) {
  const paragraph = markdown.split('\n\n')[0].replaceAll(/\s*\n\s*/g, ' ');
  return /^.*?[.!?:](?=\s+[A-Z`[]|$)/.exec(paragraph)?.[0].replace(/:$/, '.') ?? paragraph;
}
