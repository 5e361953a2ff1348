/** The prompt, as `python -m asyncio`: one loop and one context from its begin to its end. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type * as Asyncio from 'asyncio-ts';
import { exitCodeOf } from './end.js';
import { shownError } from './errors.js';
import { hookLoading } from './hooks.js';
import { version } from './information.js';
import { Console } from './repl/console.js';
import { completer } from './repl/completion.js';
import { historyFile } from './repl/history.js';
import { IMPORT } from './repl/rewriting.js';
import { Session } from './repl/session.js';
import { writer } from './repl/showing.js';

/** Opens the prompt; the process ends with it. */
export async function startPrompt(): Promise<void> {
  await import('@asyncio-ts/compiler/register');
  // A module in the folder, from which the imports at the prompt come.
  const url = pathToFileURL(join(process.cwd(), '[prompt].mjs')).href;
  hookLoading({ url, code: 'export const load = (specifier, options) => import(specifier, options);' });
  const { load } = (await import(url)) as { readonly load: (specifier: string, options?: object) => Promise<unknown> };
  Object.defineProperty(globalThis, IMPORT, { value: load, configurable: true });
  // The copy of the folder, if it has one: what is imported at the prompt comes from there as well.
  const asyncio = createRequire(join(process.cwd(), 'prompt.cjs'))('asyncio-ts') as typeof Asyncio;
  Object.assign(globalThis, { asyncio });
  process.stdout.write(
    `asyncio REPL ${version()} (Node ${process.version}) on ${process.platform}\n` +
      'Use "await" directly instead of "asyncio.run()".\n' +
      'Type ".help" for more information.\n' +
      ">>> import * as asyncio from 'asyncio-ts'\n",
  );
  const session = new Session(asyncio, (code) => {
    console.exit(code);
  });
  const console: Console = new Console({
    session,
    completer: completer(globalThis),
    writer: writer(asyncio),
    history: historyFile(process.env),
  });
  // What fails between the prompts must not end the session.
  process.on('uncaughtException', (error) => {
    console.print(shownError(error));
  });
  const code = await console.ended();
  process.stdout.write('exiting asyncio REPL...\n');
  await session.close();
  process.exit(exitCodeOf(code));
}
