/** What a child is started with: the arguments and the keywords of Python's `Popen`. */
import { signature } from '../../builtins/arguments.js';
import { AttributeError, NotImplementedError, OSError, TypeError, ValueError } from '../../builtins/exceptions.js';
import { typeName } from '../../builtins/repr.js';
import { isTrue } from '../../builtins/truth.js';
import type { ChildDescriptor, Command } from '../../host/processes.js';
import { filenoOf } from '../pipes/filenos.js';
import { pathOf } from '../common/paths.js';

/**
 * A pipe to the child.
 *
 * @remarks
 * **Python.** `asyncio.subprocess.PIPE`.
 *
 * @public
 */
export const PIPE = -1;

/**
 * For `stderr`: where the output goes.
 *
 * @remarks
 * **Python.** `asyncio.subprocess.STDOUT`.
 *
 * @public
 */
export const STDOUT = -2;

/**
 * Nothing to read, and nowhere to write: `/dev/null`.
 *
 * @remarks
 * **Python.** `asyncio.subprocess.DEVNULL`.
 *
 * @public
 */
export const DEVNULL = -3;

const SHELL = '/bin/sh';

const KEYWORDS = [
  ...['stdin', 'stdout', 'stderr', 'executable', 'cwd', 'env', 'start_new_session', 'pass_fds', 'user', 'group'],
  ...['preexec_fn', 'close_fds', 'startupinfo', 'creationflags', 'restore_signals', 'extra_groups', 'umask'],
  ...['pipesize', 'process_group'],
] as const;

type Keywords = Readonly<Record<(typeof KEYWORDS)[number], unknown>>;

const spec = signature(`Popen.__init__(self, args?, *, ${KEYWORDS.join(', ')})`);

/** What a program asks for, checked in Python's order. */
export interface Popen extends Command {
  /** The child's output and its place for errors are one pipe. */
  readonly isShared: boolean;
}

/** Binds what was given; `args` is a command of the shell, or a program and its arguments. */
export function popen(args: unknown, usesShell: boolean, keywords: Record<string, unknown>): Popen {
  const [, ...bound] = spec.bind([null, keywords]);
  const given = Object.fromEntries(KEYWORDS.map((name, index) => [name, bound[index] ?? null])) as Keywords;
  if (given.stdout === STDOUT) throw new ValueError('STDOUT can only be used for stderr');
  checkPossible(given);
  const group = idOf(
    given.group,
    'Group',
    `Group must be a string or an integer, not <class '${typeName(given.group)}'>`,
  );
  const user = idOf(given.user, 'User', 'User must be a string or an integer');
  const descriptors = standardDescriptors(given);
  for (const fd of passed(given.pass_fds)) if (!descriptors.has(fd)) descriptors.set(fd, fd);
  const texts = (usesShell ? [SHELL, '-c', args] : (args as readonly unknown[])).map(textOf);
  const executable = given.executable === null ? null : textOf(given.executable);
  if (usesShell && executable !== null) texts[0] = executable;
  const program = executable ?? (texts[0] as string);
  // Looked up, it would be the folder in which programs are.
  if (program === '') throw new OSError(13, 'Permission denied', '');
  return {
    program,
    args: texts,
    cwd: given.cwd === null ? null : textOf(given.cwd),
    env: given.env === null ? null : variables(given.env),
    descriptors,
    startsSession: isTrue(given.start_new_session),
    user,
    group,
    isShared: given.stdout === PIPE && given.stderr === STDOUT,
  };
}

/** What Node, or any host of JavaScript, can't do. */
function checkPossible(given: Keywords): void {
  const { pipesize, extra_groups: groups } = given;
  if (pipesize !== null && !Number.isInteger(pipesize)) throw new TypeError('pipesize must be an integer');
  if (given.startupinfo !== null) throw new ValueError('startupinfo is only supported on Windows platforms');
  if ((given.creationflags ?? 0) !== 0) throw new ValueError('creationflags is only supported on Windows platforms');
  if (typeof groups === 'string') throw new ValueError('Groups must be a list, not a string');
  const refuse = (keyword: keyof Keywords, isAsked: boolean, reason: string): void => {
    if (isAsked) throw new NotImplementedError(`${keyword}: ${reason}`);
  };
  refuse('preexec_fn', given.preexec_fn !== null, 'no JavaScript can run between a program and its child');
  refuse('close_fds', given.close_fds === false, 'a child of Node gets only the descriptors that are given to it');
  refuse('restore_signals', given.restore_signals === false, 'a child of Node begins with the usual signals');
  refuse('extra_groups', groups !== null, 'Node sets no further groups of a child');
  refuse('umask', (given.umask ?? -1) !== -1, 'Node sets no umask of a child; a shell can, `umask 077; exec program`');
  refuse('process_group', (given.process_group ?? -1) !== -1, 'Node has start_new_session only');
  refuse('pipesize', pipesize !== null && (pipesize as number) > 0, 'Node makes pipes of one size only');
}

function idOf(value: unknown, kind: 'User' | 'Group', complaint: string): number | null {
  if (value === null) return null;
  if (typeof value === 'string')
    throw new NotImplementedError(`${kind.toLowerCase()}: Node knows them by numbers only`);
  if (typeof value !== 'number' || !Number.isInteger(value)) throw new TypeError(complaint);
  if (value < 0) throw new ValueError(`${kind} ID cannot be negative, got ${String(value)}`);
  return value;
}

function standardDescriptors({ stdin, stdout, stderr }: Keywords): Map<number, ChildDescriptor> {
  const output = descriptorOf(stdout, 1);
  return new Map([
    [0, descriptorOf(stdin, 0)],
    [1, output],
    [2, stderr === STDOUT ? output : descriptorOf(stderr, 2)],
  ]);
}

function descriptorOf(value: unknown, ours: number): ChildDescriptor {
  if (value === null) return ours;
  if (value === PIPE) return 'pipe';
  if (value === DEVNULL) return 'null';
  const fileno = filenoOf(value);
  if (fileno < 0) throw new OSError(9, 'Bad file descriptor');
  return fileno;
}

function passed(given: unknown): readonly number[] {
  if (given === null) return [];
  if (typeof (given as Iterable<unknown> | undefined)?.[Symbol.iterator] !== 'function') {
    throw new TypeError(`'${typeName(given)}' object is not iterable`);
  }
  const fds = [...(given as Iterable<number>)];
  if (!fds.every((fd) => Number.isInteger(fd) && fd >= 0)) throw new ValueError('bad value(s) in fds_to_keep');
  return fds;
}

function textOf(value: unknown): string {
  const text = pathOf(value);
  if (text.includes('\0')) throw new ValueError('embedded null byte');
  return text;
}

function variables(env: unknown): Record<string, string> {
  if (typeof env !== 'object' || env === null) {
    throw new AttributeError(`'${typeName(env)}' object has no attribute 'items'`);
  }
  const given: Iterable<[string, unknown]> = env instanceof Map ? env : Object.entries(env);
  const entries = Array.from(given, ([name, value]): [string, string] => {
    if (name.includes('=')) throw new ValueError('illegal environment variable name');
    return [textOf(name), textOf(value)];
  });
  return Object.fromEntries(entries);
}
