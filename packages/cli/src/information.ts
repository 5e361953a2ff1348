/** What the command line can tell without running anything. */
import { readFileSync } from 'node:fs';
import type { Command } from './command-line.js';

const HELP = `asyncio: runs programs that are written with asyncio-ts

  asyncio [run] [options] program.ts [arguments]   runs a program
  asyncio [options] -c 'code' [arguments]          runs the code
  asyncio [options] - [arguments]                  runs what comes by the standard input
  asyncio [options]                                opens a prompt, where await can be used directly

Plain async functions are coroutine functions, as in Python. Types are taken out and not checked.

Options, before the program:
  --debug          asyncio's debug mode, as with PYTHONASYNCIODEBUG=1
  --trace FILE     writes what loops and tasks did, for ui.perfetto.dev or Chrome's developer tools
  -c, --command    the program itself
  -h, --help       this text
  -V, --version    the versions of this command and of Node

Examples:
  asyncio hello.ts
  asyncio --debug server.ts --port 8080
  asyncio --trace trace.json hello.ts
  asyncio -c "import { run, sleep } from 'asyncio-ts'; console.log(await run(sleep(1, 'done')))"
  echo "console.log(1 + 1)" | asyncio -

Not here: asyncio ps and asyncio pstree, which look into another process.

Variables:
  PYTHONASYNCIODEBUG=1    debug mode
  ASYNCIO_TS_HISTORY      the file with the history of the prompt; empty: no history
  ASYNCIO_TS_EXCLUDE      patterns of files that are left as they are, with commas between them
  NODE_OPTIONS            options of Node, such as --inspect
`;

/** Prints what was asked for. */
export function print(command: Command): void {
  if (command.what === 'help') process.stdout.write(HELP);
  else if (command.what === 'version') process.stdout.write(`asyncio-ts ${version()} (Node ${process.version})\n`);
  else if (command.what === 'unsupported') {
    process.exitCode = 1;
    process.stderr.write(
      `NotImplementedError: asyncio ${command.name} looks into the memory of another process, which Node offers no way ` +
        'to do.\nIn the program itself asyncio.print_call_graph() shows who waits for whom.\n',
    );
  }
}

/** The version of this package. */
export function version(): string {
  const text = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { readonly version: string }).version;
}
