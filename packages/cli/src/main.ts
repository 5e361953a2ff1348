/**
 * The binary: reads the command line, and loads what it asks for. All else would cost time before the program starts.
 */
import { parseCommandLine, UsageError, type Command } from './command-line.js';
import type * as Information from './information.js';
import type * as Prompt from './prompt.js';
import type * as Run from './run.js';

async function start(command: Command): Promise<void> {
  switch (command.what) {
    case 'help':
    case 'version':
    case 'unsupported': {
      const { print } = await part<typeof Information>('information');
      print(command);
      return;
    }
    case 'run': {
      if (command.debug) process.env.PYTHONASYNCIODEBUG = '1';
      const { run } = await part<typeof Run>('run');
      await run(command);
      return;
    }
    case 'prompt': {
      if (command.debug) process.env.PYTHONASYNCIODEBUG = '1';
      const { startPrompt } = await part<typeof Prompt>('prompt');
      await startPrompt();
    }
  }
}

/**
 * Another entry of the package. A specifier that is spelled out would be bundled with this file, and read each time.
 */
const part = async <Exports>(name: string): Promise<Exports> =>
  (await import(new URL(`./${name}.mjs`, import.meta.url).href)) as Exports;

/** The command on the command line; null if it can't be understood, of which the user has been told. */
function understood(): Command | null {
  try {
    return parseCommandLine(process.argv.slice(2), process.stdin.isTTY);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.error(`asyncio: ${error.message}\nTry asyncio --help`);
    process.exitCode = 2;
    return null;
  }
}

const command = understood();
// What fails here is the program's own: it is left to Node, which ends the process with it.
if (command !== null) void start(command);
