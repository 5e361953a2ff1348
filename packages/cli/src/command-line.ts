/** What the command line says. What comes behind the program's name is the program's own. */
import { parseArgs, type ParseArgsConfig } from 'node:util';

/** From where a program comes. */
export type Origin =
  | { readonly from: 'file'; readonly path: string }
  | { readonly from: 'text'; readonly text: string }
  | { readonly from: 'input'; readonly dash: boolean };

/** A program that is to be run. */
export interface RunCommand {
  readonly what: 'run';
  readonly origin: Origin;
  readonly args: readonly string[];
  readonly debug: boolean;
  /** The file that a trace of it is written into, or null. */
  readonly trace: string | null;
}

/** A command of Python's that can't be had. */
export interface UnsupportedCommand {
  readonly what: 'unsupported';
  readonly name: 'ps' | 'pstree';
}

/** What the user wants. */
export type Command =
  | RunCommand
  | UnsupportedCommand
  | { readonly what: 'help' }
  | { readonly what: 'version' }
  | { readonly what: 'prompt'; readonly debug: boolean };

/** The command line makes no sense; the message says why. */
export class UsageError extends Error {}

const OPTIONS = {
  debug: { type: 'boolean' },
  trace: { type: 'string' },
  command: { type: 'string', short: 'c' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'V' },
} as const satisfies ParseArgsConfig['options'];

/** Reads the command line; without a program it asks for a prompt where somebody sits, and for a program where not. */
export function parseCommandLine(argv: readonly string[], isInteractive: boolean): Command {
  const { own, rest } = split(argv);
  const { debug = false, trace = null, command, help = false, version = false } = parse(own);
  if (help) return { what: 'help' };
  if (version) return { what: 'version' };
  if (trace === '') throw new UsageError('--trace: which file? Write asyncio --trace trace.json program.ts');
  const program = (origin: Origin, args: readonly string[]): Command => ({ what: 'run', origin, args, debug, trace });
  if (command !== undefined) return program({ from: 'text', text: command }, rest);
  const [first, ...others] = rest;
  if (first === undefined && isInteractive) {
    if (trace !== null) throw new UsageError('--trace: which program? Write asyncio --trace trace.json program.ts');
    return { what: 'prompt', debug };
  }
  if (first === undefined) return program({ from: 'input', dash: false }, []);
  if (first === 'run') return runCommand(others, debug, trace);
  if (first === 'ps' || first === 'pstree') return { what: 'unsupported', name: first };
  return program(first === '-' ? { from: 'input', dash: true } : { from: 'file', path: first }, others);
}

/** Behind `run` there may be options once more, and there must be a program. */
function runCommand(argv: readonly string[], debug: boolean, trace: string | null): Command {
  const command = parseCommandLine(argv, true);
  if (command.what === 'prompt') throw new UsageError('run: which program? Write asyncio run program.ts');
  if (command.what !== 'run') return command;
  return { ...command, debug: debug || command.debug, trace: command.trace ?? trace };
}

/** The options end with the first word that is none, or with the text of `-c`, as Python's do. */
function split(argv: readonly string[]): { readonly own: readonly string[]; readonly rest: readonly string[] } {
  const { tokens } = parseArgs({ args: [...argv], options: OPTIONS, strict: false, tokens: true });
  for (const token of tokens) {
    const { kind, index } = token;
    if (kind === 'positional') return { own: argv.slice(0, index), rest: argv.slice(index) };
    if (kind === 'option-terminator') return { own: argv.slice(0, index), rest: argv.slice(index + 1) };
    if (kind !== 'option' || token.name !== 'command' || token.value === undefined) continue;
    const end = index + (token.inlineValue ? 1 : 2);
    return { own: argv.slice(0, end), rest: argv.slice(end) };
  }
  return { own: argv, rest: [] };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, strict: true }).values;
  } catch (error) {
    throw new UsageError(cureFor((error as Error).message));
  }
}

/** Options of Node's are not ours; Node takes them from a variable as well. */
function cureFor(message: string): string {
  const [, option] = /Unknown option '(--?[\w-]+)'/.exec(message) ?? [];
  if (option === undefined) return message;
  if (!process.allowedNodeEnvironmentFlags.has(option)) return `unknown option ${option}`;
  return `${option} is an option of node: write NODE_OPTIONS=${option} asyncio …`;
}
