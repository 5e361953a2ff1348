/** From what was typed to a script that can run: names become global, `await` gets a coroutine around it, types go. */
import vm from 'node:vm';
import type * as Compiler from '@asyncio-ts/compiler/node';
import { createRequire } from 'node:module';
import { parse as rootOf } from 'node:path';
import { isUnfinished, read, type Reading } from './reading.js';
import { rewritten } from './rewriting.js';

/** An input that is ready to run. */
export interface Input {
  /** Gives a function without parameters: a coroutine function if the input awaits. */
  readonly script: vm.Script;
  readonly isAsync: boolean;
}

const require = createRequire(import.meta.url);
let compile: Compiler.FileCompiler | undefined;
let count = 0;

/** What came of a text; `unfinished` if more is to come. */
export function inputOf(text: string): Input | 'unfinished' {
  let reading: Reading;
  try {
    reading = read(text);
  } catch (error) {
    if (isUnfinished(error, text)) return 'unfinished';
    throw error;
  }
  const { code, names, isAsync } = rewritten(reading);
  // An assignment to a name that nobody has declared is an error in the bodies of classes.
  for (const name of names) if (!(name in globalThis)) Object.assign(globalThis, { [name]: undefined });
  const filename = `asyncio-input-${String(count++)}`;
  return { script: new vm.Script(`{${compiled(code, reading)}\n}`, { filename }), isAsync };
}

/** The name of a file that is in no package, so that none says how its scripts are to be taken. */
function compiled(code: string, { hasTypes }: Reading): string {
  compile ??= (require('@asyncio-ts/compiler/node') as typeof Compiler).fileCompiler({ include: /./ });
  const file = `${rootOf(process.cwd()).root}asyncio-input.${hasTypes ? 'cts' : 'cjs'}`;
  return (compile(code, file)?.code ?? code).replace(/\n\/\/# sourceMappingURL=.*\s*$/, '');
}
