/**
 * The call stack, as far as the host's error traces tell it.
 *
 * A frame here is a snapshot: it says where the program was when it was asked for, and doesn't move on with it.
 */
import { signature } from '../builtins/arguments.js';
import { NotImplementedError } from '../builtins/exceptions.js';
import { address, installRepr, repr } from '../builtins/repr.js';
import { extractStack, type FrameSummary } from '../core/common/format_helpers.js';

/** What a frame tells of the function that it executes. @public */
export interface Code {
  /** The function's name, `<module>` at the top level. */
  readonly co_name: string;
  /** The name with the object's or class's before it, as the host writes it. */
  readonly co_qualname: string;
  /** The source file or module URL. */
  readonly co_filename: string;
}

/**
 * A place in the program: a function call that hasn't returned. It is a snapshot, and doesn't move on with the program.
 *
 * @remarks
 * **Python.** A frame object, with the attributes that the host's error traces can fill: `f_code`, `f_lineno` and
 * `f_back`.
 *
 * @example
 * ```ts
 * function here(): string | undefined {
 *   return asyncio.inspect.currentframe()?.f_code.co_name;
 * }
 * here(); // => 'here'
 * ```
 *
 * @public
 */
export class Frame {
  /** The function. */
  readonly f_code: Code;
  /** The line, counted from 1. */
  readonly f_lineno: number;
  /** The caller's frame, or null. */
  readonly f_back: Frame | null;

  /** @internal */
  constructor(summary: FrameSummary, back: Frame | null) {
    const qualname = summary.name.replace(/ \[as [^\]]*\]$/, '');
    this.f_code = {
      co_name: qualname.slice(qualname.lastIndexOf('.') + 1),
      co_qualname: qualname,
      co_filename: summary.filename,
    };
    this.f_lineno = summary.lineno;
    this.f_back = back;
  }

  /** Can't be read here: JavaScript shows local variables to nobody but the function itself. */
  get f_locals(): never {
    throw new NotImplementedError(
      "a frame's variables can't be read: JavaScript shows them to nobody but the function itself",
    );
  }

  /** Python's text, such as `<frame at 0x…, file 'main.ts', line 3, code main>`. */
  __repr__(): string {
    const { co_filename, co_name } = this.f_code;
    return `<frame at ${address(this)}, file ${repr(co_filename)}, line ${String(this.f_lineno)}, code ${co_name}>`;
  }

  /** The same. */
  toString(): string {
    return this.__repr__();
  }
}

installRepr(Frame);

/** One line of {@link stack}, with the fields of Python's named tuple. @public */
export interface FrameInfo {
  /** The frame itself. */
  readonly frame: Frame;
  /** The source file or module URL. */
  readonly filename: string;
  /** The line, counted from 1. */
  readonly lineno: number;
  /** The function's name. */
  readonly function: string;
  /** Always null: the source isn't at hand when a program runs. */
  readonly code_context: null;
  /** Always null, as in Python where there is no `code_context`. */
  readonly index: null;
  /** Always null: there are no ranges in the host's traces. */
  readonly positions: null;
}

const STACK = signature('stack(context?)');

/** The frame of the calling function. */
function topFrame(): Frame | null {
  let frame: Frame | null = null;
  for (const summary of extractStack(Number.POSITIVE_INFINITY)) frame = new Frame(summary, frame);
  return frame;
}

/**
 * The frame of the function that calls this.
 *
 * @remarks
 * **Python.** `inspect.currentframe`. The frame is a snapshot, without its variables; frames of the library and of the
 * host's own code are left out.
 *
 * @example
 * ```ts
 * function where() {
 *   return asyncio.inspect.currentframe()?.f_code.co_name;
 * }
 * where(); // => 'where'
 * ```
 *
 * @returns The frame; null where the host gives no traces, as Python does in such a place.
 * @public
 */
export function currentframe(): Frame | null {
  return topFrame();
}

/**
 * The call stack, beginning with the function that calls this.
 *
 * In a coroutine in generator style the coroutines that await it follow, down to the task, as in Python.
 *
 * @remarks
 * **Python.** `inspect.stack`. There are no lines of source, whatever `context` asks for; frames of the library and of
 * the host's own code are left out.
 *
 * @example
 * ```ts
 * function caller() {
 *   return callee();
 * }
 * function callee() {
 *   return asyncio.inspect.stack()[1]?.function;
 * }
 * caller(); // => 'caller'
 * ```
 *
 * @param context - How many lines of source Python would add.
 * @public
 */
export function stack(context?: number | { readonly context?: number }): FrameInfo[];
export function stack(...args: unknown[]): FrameInfo[] {
  STACK.bind(args);
  const frames: FrameInfo[] = [];
  for (let frame = topFrame(); frame !== null; frame = frame.f_back) {
    frames.push({
      frame,
      filename: frame.f_code.co_filename,
      lineno: frame.f_lineno,
      function: frame.f_code.co_name,
      code_context: null,
      index: null,
      positions: null,
    });
  }
  return frames;
}
