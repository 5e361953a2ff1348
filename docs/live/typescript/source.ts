/** From what is typed in a page to a module that the browser can run. Lines keep their numbers. */
import { transform } from '@asyncio-ts/compiler';
import { init, parse } from 'es-module-lexer';
import { withAssertions } from './assertions';

/** The name under which frames of the program stand in stacks. */
const FILE = 'program.ts';

/** Gives the address of a module that the program imports, in a line that an error names. */
export type Locate = (module: string, line: number) => string;

/** The program as a module. Throws a SyntaxError if there is something in it that can't be read. */
export async function toModule(source: string, locate: Locate): Promise<string> {
  const whole = withImport(showing(source));
  const linked = await link(compiled(whole), locate);
  return `${linked}\n//# sourceURL=${FILE}`;
}

function compiled(source: string): string {
  try {
    const result = transform(source, { filename: FILE, sourceType: 'module', directive: true, types: 'erase' });
    return result?.code ?? source;
  } catch (error) {
    if (error instanceof SyntaxError) error.message = withPlace(error.message);
    throw error;
  }
}

/** A message of the compiler, which has the place at its end, with the place as stacks have it. */
function withPlace(message: string): string {
  return message.replace(/^(program\.ts): ([^]*) \((\d+):(\d+)\)$/, (_all, file, text, line, column) => {
    return `${file}:${line}:${Number(column) + 1}: ${text}`;
  });
}

/** Lines that tell a value print it, and say so if it isn't what the comment says. */
function showing(source: string): string {
  if (!source.includes('// =>')) return source;
  try {
    return withAssertions(source, ({ expression, value, readable }) => {
      const expected = readable ? `() => (${value})` : 'null';
      return `__show((${expression}), ${expected}, ${JSON.stringify(value)});`;
    });
  } catch (error) {
    // The compiler reads it next, and tells where the mistake is.
    if (error instanceof SyntaxError) return source;
    throw error;
  }
}

/** Short examples leave out what all have. It comes behind them, where it moves nothing. */
function withImport(source: string): string {
  return /\bfrom ['"]asyncio-ts['"]/.test(source) ? source : `${source}\nimport * as asyncio from 'asyncio-ts';`;
}

async function link(code: string, locate: Locate): Promise<string> {
  await init;
  const [imports] = parse(code);
  let linked = '';
  let end = 0;
  for (const { n: name, s: from, e: to, d: dynamic } of imports) {
    if (name === undefined) continue;
    const address = locate(name, code.slice(0, from).split('\n').length);
    linked += code.slice(end, from) + (dynamic === -1 ? address : JSON.stringify(address));
    end = to;
  }
  return linked + code.slice(end);
}
