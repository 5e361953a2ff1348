// Turns an example into a program: imports `asyncio` for it, and turns `expr; // => value` into an assertion.
import { loadLive } from '../docs/live-parts.mjs';

const { withAssertions } = await loadLive(['typescript/assertions']);

/** The program's text. Its lines have the numbers that they have in the file the example comes from. */
export function toProgram({ file, line, name, code, flags }) {
  let found = 0;
  const program = withAssertions(code, ({ line: within, expression, value }) => {
    found += 1;
    const where = JSON.stringify(`${file}:${line + within - 1}`);
    return `expectExample(${where}, (${expression}), (${value}));`;
  });
  const arrows = code.match(/\/\/ =>/g)?.length ?? 0;
  if (arrows !== found) {
    throw new Error(`${file}:${line}: of ${arrows} "// =>" only ${found} follow an expression of one statement`);
  }
  const support = `${'../'.repeat(name.split('/').length + 1)}scripts/examples`;
  const imports = [`import { expectExample, reach } from '${support}/expect-example.mjs';`];
  if (!flags.includes('real-time')) imports.push(`import '${support}/virtual-time.mjs';`);
  if (!/^import \* as asyncio from/m.test(code)) imports.push(`import * as asyncio from 'asyncio-ts';`);
  return `${imports.join(' ')} void [asyncio, expectExample]; reach(${found});${'\n'.repeat(line - 1)}${program}\n`;
}
