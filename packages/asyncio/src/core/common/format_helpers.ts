/** Texts for callbacks and stacks, as CPython's `asyncio.format_helpers` makes them for reprs and logs. */
import { installRepr, repr } from '../../builtins/repr.js';
import { shortRepr } from '../../builtins/reprlib.js';
import { DEBUG_STACK_DEPTH } from './constants.js';

/** One line of a recorded stack, named as in Python's `traceback.FrameSummary`. @public */
export interface FrameSummary {
  /** The source file or module URL. */
  readonly filename: string;
  /** The line, counted from 1. */
  readonly lineno: number;
  /** The function's name, `<module>` at the top level. */
  readonly name: string;
}

class Frame implements FrameSummary {
  readonly filename: string;
  readonly lineno: number;
  readonly name: string;

  constructor(filename: string, lineno: number, name: string) {
    this.filename = filename;
    this.lineno = lineno;
    this.name = name;
  }

  __repr__(): string {
    return `<FrameSummary file ${this.filename}, line ${String(this.lineno)} in ${this.name}>`;
  }
}

installRepr(Frame);

interface NamedFunction {
  readonly __qualname__?: unknown;
  readonly __name__?: unknown;
  readonly name?: unknown;
}

function nonEmpty(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

/** The name a callback goes by: `__qualname__`, `__name__`, the function's own name, or its repr. */
export function callbackName(callback: unknown): string {
  if (typeof callback === 'function' || (typeof callback === 'object' && callback !== null)) {
    const named = callback as NamedFunction;
    if (nonEmpty(named.__qualname__)) return named.__qualname__;
    if (nonEmpty(named.__name__)) return named.__name__;
    if (typeof callback === 'function') {
      // A bound function is what Python calls a method: it goes by the name of its function.
      const name = callback.name.replace(/^(bound )+/, '');
      return name === '' ? '<lambda>' : name;
    }
  }
  return repr(callback);
}

/** `name()`; in debug mode `name(arg, arg)`, since arguments may hold secrets. */
export function formatCallback(callback: unknown, args: readonly unknown[], debug = false): string {
  const shown = debug ? args.map(shortRepr).join(', ') : '';
  return `${callbackName(callback)}(${shown})`;
}

// V8 writes `at name (file:line:column)` or `at file:line:column`; SpiderMonkey and JavaScriptCore
// `name@file:line:column`.
const V8_FRAME = /^\s*at (?:(?:async )?(.*?) \()?(?:async )?(.*?):(\d+):\d+\)?$/;
const GECKO_FRAME = /^(.*?)@(.*?):(\d+):\d+$/;

function parseFrame(line: string): FrameSummary | null {
  const match = V8_FRAME.exec(line) ?? GECKO_FRAME.exec(line);
  const filename = match?.[2];
  if (!match || filename === undefined) return null;
  const name = match[1] !== undefined && match[1] !== '' ? match[1].replace(/^new /, '') : '<module>';
  return new Frame(filename, Number(match[3]), name);
}

function parseStack(stack: string): FrameSummary[] {
  const frames: FrameSummary[] = [];
  for (const line of stack.split('\n')) {
    const frame = parseFrame(line);
    if (frame !== null) frames.push(frame);
  }
  return frames;
}

/**
 * Frames of the library itself say nothing to its user. It is a folder: the sources or, built, the parts or the
 * modules. A bundler may have put all of it into one file.
 */
const OWN = /^(.*[\\/])(core[\\/]common[\\/]format_helpers\.m?[jt]s|\w+\.part\.cjs)$/;

let own: { readonly file: string; readonly folder: string | null; readonly part: boolean } | null = null;

function isOwn(filename: string): boolean {
  if (own === null) {
    const file = parseStack(new Error().stack ?? '')[0]?.filename ?? '';
    const [, folder = null, name = ''] = OWN.exec(file) ?? [];
    own = { file, folder, part: name.endsWith('.part.cjs') };
  }
  if (own.folder === null) return filename === own.file;
  return filename.startsWith(own.folder) && (!own.part || filename.endsWith('.part.cjs'));
}

function isForeign(frame: FrameSummary): boolean {
  return !isOwn(frame.filename) && !frame.filename.startsWith('node:');
}

/** The frames of an error's stack, oldest first as Python prints them, without the library's own. */
export function stackOf(error: unknown): FrameSummary[] {
  const stack = (error as { stack?: unknown } | null)?.stack;
  if (typeof stack !== 'string') return [];
  const frames = parseStack(stack).reverse();
  const foreign = frames.filter(isForeign);
  // A program bundled with the library into one file can't be told from it.
  return foreign.length > 0 ? foreign : frames;
}

/** A frame of the code that executes now. */
export interface CallingFrame extends FrameSummary {
  /** Whether it is the body of a coroutine. */
  readonly isCoroutine: boolean;
}

// What a generator is stepped by, of which V8 may leave out whose method it is, and the end of what a task executes.
const STEP = /[. ](next|throw|return) \(<anonymous>\)$/;
const TASK = /\bTask\._(advance|run)\b/;

/** Stands for the frames of a stack that are not known. */
export const LEFT_OUT = '    ...';

/**
 * The lines of a stack without the frames by which the library runs bodies, and those of the host's loop: first the
 * lines of the body that raised the error, and of what it called, then those of bodies that stepped it on the same
 * stack.
 */
export function bodiesOf(stack: string): readonly [raiser: string[], around: string[]] {
  const raiser: string[] = [];
  const around: string[] = [];
  const lines = stack.split('\n');
  let found = raiser;
  let isAbove = true;
  let count = 0;
  for (const [index, line] of lines.entries()) {
    const frame = parseFrame(line);
    const isStep = STEP.test(line);
    if (frame !== null || isStep) count += 1;
    if (frame !== null && isForeign(frame)) isAbove = false;
    else if (!isAbove && (frame !== null || isStep)) {
      const next = isStep ? parseFrame(lines[index + 1] ?? '') : null;
      if (next !== null && isOwn(next.filename)) found = around;
      continue;
    }
    found.push(line);
  }
  // V8 leaves out what comes after so many; the frames of the task come after those of all bodies.
  const { stackTraceLimit: limit } = Error as ErrorConstructor & { stackTraceLimit?: number };
  const isCut = limit !== undefined && count >= limit && !TASK.test(stack) && !lines.at(-1)?.includes('node:');
  if (isCut) around.push(LEFT_OUT);
  return [raiser, around];
}

/** The frames that the current task executes, newest first, without the library's own. */
export function callingFrames(): CallingFrame[] {
  const constructor = Error as ErrorConstructor & { stackTraceLimit?: number };
  const previous = constructor.stackTraceLimit;
  if (previous !== undefined) constructor.stackTraceLimit = Infinity;
  const stack = new Error().stack ?? '';
  if (previous !== undefined) constructor.stackTraceLimit = previous;
  const frames: CallingFrame[] = [];
  const markLast = (): void => {
    const last = frames.pop();
    if (last !== undefined) frames.push({ ...last, isCoroutine: true });
  };
  for (const line of stack.split('\n')) {
    if (TASK.test(line)) break;
    const frame = parseFrame(line);
    if (frame !== null && isForeign(frame)) frames.push({ ...frame, isCoroutine: false });
    else if (STEP.test(line)) markLast();
  }
  // Whatever a task executes is called by a body.
  markLast();
  return frames;
}

/** The calling stack, oldest first, at most `limit` frames of it, without the library's own frames. */
export function extractStack(limit: number = DEBUG_STACK_DEPTH): FrameSummary[] {
  // V8 keeps ten frames unless told, and ours come first: ask for more than are wanted.
  const constructor = Error as ErrorConstructor & { stackTraceLimit?: number };
  const previous = constructor.stackTraceLimit;
  if (previous !== undefined) constructor.stackTraceLimit = limit + 20;
  const frames = stackOf(new Error());
  if (previous !== undefined) constructor.stackTraceLimit = previous;
  return frames.slice(-limit);
}

/** Python's `traceback.format_list`, without the source lines, which JavaScript can't show. */
export function formatStack(frames: readonly FrameSummary[]): string {
  return frames.map((frame) => `  File "${frame.filename}", line ${String(frame.lineno)}, in ${frame.name}\n`).join('');
}

/** ` created at file:line`, the end of a repr in debug mode. */
export function createdAt(frames: readonly FrameSummary[] | null): string {
  const last = frames?.[frames.length - 1];
  return last === undefined ? '' : ` created at ${last.filename}:${String(last.lineno)}`;
}
