// The examples of doc comments as files, which the pages show as they show all programs.

const BLOCK = /^```ts\b(.*)\n([\s\S]*?)^```$/gm;

/**
 * A page with its blocks ` ```ts ` in files of their own: the Markdown that shows them, and the files below `docs`. A file
 * is named by the page and by what of it the example belongs to.
 */
export function examplesOf(page, markdown) {
  const files = new Map();
  const text = markdown.replaceAll(BLOCK, (_whole, info, code, at) => {
    const name = freeName(`${page}/${memberAt(markdown.slice(0, at))}`, (one) => files.has(fileOf(one)));
    files.set(fileOf(name), withImport(code));
    return `::: program ${name}${info.trimEnd()}\n:::`;
  });
  return { text, files };
}

const fileOf = (name) => `examples/${name}.ts`;

/** The anchor of the section that such a text ends in, if it has one of its own. */
function memberAt(text) {
  const heading = text.match(/^##+ .*$/gm)?.at(-1) ?? '';
  return /\{#([\w-]+)\}$/.exec(heading)?.[1] ?? 'example';
}

function freeName(wanted, isTaken) {
  for (let number = 1; ; number++) {
    const name = number === 1 ? wanted : `${wanted}-${number}`;
    if (!isTaken(name)) return name;
  }
}

/** Doc comments leave out what all have. */
function withImport(code) {
  if (/^import \* as asyncio /m.test(code) || !/\basyncio\./.test(code)) return code;
  return `import * as asyncio from 'asyncio-ts';\n${code.startsWith('import ') ? '' : '\n'}${code}`;
}
