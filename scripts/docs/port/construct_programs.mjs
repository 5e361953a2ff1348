// The programs that the cells of the table of constructs are parts of: for the tests, and for the reader to edit and run.

/** What stands around a cell that is the body of a coroutine. */
const AROUND = {
  wrapped: (cell) => `const main = asyncio.coroutine(async () => {\n${indented(cell, 2)}\n});`,
  generator: (cell) => `const main = asyncio.coroutine(function* () {\n${indented(cell, 2)}\n});`,
  compiled: (cell) => `async function main() {\n${indented(cell, 2)}\n}`,
};

/** What Python's cells use beside asyncio. */
const MODULES = ['contextvars', 'functools'];

export const STYLES = Object.keys(AROUND);

/** A cell of TypeScript, with what it needs to know. It isn't begun. @public */
export function moduleOf(construct, style) {
  const body = construct.place === 'module' ? construct[style] : AROUND[style](construct[style]);
  return joined(["import * as asyncio from 'asyncio-ts';", construct.given?.typescript, body]);
}

/** The same as a program. */
export function programOf(construct, style) {
  const module = moduleOf(construct, style);
  const directive = style === 'compiled' ? "'use asyncio';\n" : '';
  return `${directive}${module}${begins(module, /^const main\b|^async function main\b/m, 'await asyncio.run(main());')}\n`;
}

/** The cell of Python as a program. */
export function pythonOf(construct) {
  const cell = construct.python;
  const body = construct.place === 'module' ? cell : `async def main():\n${indented(cell, 4)}`;
  const module = joined([construct.given?.python, body]);
  const used = MODULES.filter((name) => module.includes(`${name}.`));
  const imports = ['asyncio', ...used].map((name) => `import ${name}\n`).join('');
  return `${imports}\n${module}${begins(module, /^async def main\b/m, 'asyncio.run(main())')}\n`;
}

/** What begins the program, unless it does so by itself. */
const begins = (module, main, line) =>
  main.test(module) && !module.includes('asyncio.run(main())') ? `\n\n${line}` : '';

const joined = (parts) => parts.filter((part) => part !== undefined).join('\n\n');

function indented(text, width) {
  return text.replaceAll(/^(?=.)/gm, ' '.repeat(width));
}
