/** What a call graph consists of: frames, entries of call stacks, and the graphs of futures. */
import { signature } from '../../builtins/arguments.js';
import { address, asTuple, installRepr, repr } from '../../builtins/repr.js';
import type { FrameSummary } from '../common/format_helpers.js';
import type { Future } from '../futures/futures.js';

/**
 * What stands in a call stack. JavaScript tells where a function stands only while it executes: of one that is
 * suspended the place is not known.
 *
 * @remarks
 * **Python.** Stands for the frame object in {@link FrameCallGraphEntry}.
 *
 * @example
 * ```ts
 * const main = asyncio.coroutine(async () => asyncio.capture_call_graph()?.call_stack.at(-1)?.frame.kind);
 * await asyncio.run(main()); // => 'async'
 * ```
 *
 * @public
 */
export class CallGraphFrame {
  /** The function's name. */
  readonly name: string;
  /** Whether it is a coroutine, an asynchronous generator, or a function that one of them calls. */
  readonly kind: 'async' | 'async generator' | 'function';
  /** The file; null if the place is not known. */
  readonly filename: string | null;
  /** The line; null if the place is not known. */
  readonly lineno: number | null;
  /** Where the coroutine was made, in debug mode. */
  readonly created: FrameSummary | null;

  /** @internal */
  constructor(
    name: string,
    kind: CallGraphFrame['kind'],
    place: FrameSummary | null,
    created: FrameSummary | null = null,
  ) {
    this.name = name;
    this.kind = kind;
    this.filename = place?.filename ?? null;
    this.lineno = place?.lineno ?? null;
    this.created = created;
  }

  /** Such as `<frame at 0x…, file 'main.ts', line 3, code work>`. */
  __repr__(): string {
    const place = this.filename === null ? '' : ` file ${repr(this.filename)}, line ${String(this.lineno)},`;
    return `<frame at ${address(this)},${place} code ${this.name}>`;
  }
}

installRepr(CallGraphFrame);

const entrySpec = signature('FrameCallGraphEntry.__init__(self, frame)');
const graphSpec = signature('FutureCallGraph.__init__(self, future, call_stack, awaited_by)');

/**
 * An entry of a call stack.
 *
 * @remarks
 * **Python.** `asyncio.FrameCallGraphEntry`, since 3.14; there `frame` is Python's frame object.
 *
 * @example
 * ```ts
 * const main = asyncio.coroutine(async () => {
 *   const task = asyncio.create_task(asyncio.sleep(1));
 *   await asyncio.sleep(0);
 *   const names = asyncio.capture_call_graph(task)?.call_stack.map(({ frame }) => frame.name);
 *   await task;
 *   return names;
 * });
 * await asyncio.run(main()); // => ['sleep']
 * ```
 *
 * @public
 */
export class FrameCallGraphEntry {
  /** What stands there. */
  readonly frame: CallGraphFrame;

  /** @param frame - What stands there; also as keyword. */
  constructor(frame: CallGraphFrame);
  constructor(options: { readonly frame: CallGraphFrame });
  constructor(...args: readonly unknown[]) {
    this.frame = entrySpec.bind(args)[0] as CallGraphFrame;
  }

  /** Python's text. */
  __repr__(): string {
    return `FrameCallGraphEntry(frame=${repr(this.frame)})`;
  }
}

installRepr(FrameCallGraphEntry);

/**
 * A future or task, what it executes, and who waits for it.
 *
 * @remarks
 * **Python.** `asyncio.FutureCallGraph`, since 3.14. A future that several wait for stands in the graph once.
 *
 * @example
 * ```ts
 * const main = asyncio.coroutine(async () => {
 *   const future = asyncio.get_running_loop().create_future();
 *   const waiter = asyncio.create_task(asyncio.wait([future]));
 *   await asyncio.sleep(0);
 *   const graph = asyncio.capture_call_graph(future);
 *   future.set_result(null);
 *   await waiter;
 *   return graph?.awaited_by[0]?.future === waiter;
 * });
 * await asyncio.run(main()); // => true
 * ```
 *
 * @public
 */
export class FutureCallGraph {
  /** The future or task. */
  readonly future: Future<unknown>;
  /** What it executes, or is suspended in, innermost first. */
  readonly call_stack: readonly FrameCallGraphEntry[];
  /** The graphs of those who wait for it. */
  readonly awaited_by: readonly FutureCallGraph[];

  /**
   * @param future - The future or task.
   * @param call_stack - What it executes.
   * @param awaited_by - The graphs of those who wait for it. All three also as keywords.
   */
  constructor(
    future: Future<unknown>,
    call_stack: readonly FrameCallGraphEntry[],
    awaited_by: readonly FutureCallGraph[],
  );
  constructor(
    future: Future<unknown>,
    call_stack: readonly FrameCallGraphEntry[],
    options: Pick<FutureCallGraph, 'awaited_by'>,
  );
  constructor(future: Future<unknown>, options: Pick<FutureCallGraph, 'call_stack' | 'awaited_by'>);
  constructor(options: Pick<FutureCallGraph, 'future' | 'call_stack' | 'awaited_by'>);
  constructor(...args: readonly unknown[]) {
    const [future, stack, awaitedBy] = graphSpec.bind(args);
    this.future = future as Future<unknown>;
    this.call_stack = stack as readonly FrameCallGraphEntry[];
    this.awaited_by = awaitedBy as readonly FutureCallGraph[];
  }

  /** Python's text. */
  __repr__(): string {
    const stack = repr(asTuple([...this.call_stack]));
    return `FutureCallGraph(future=${repr(this.future)}, call_stack=${stack}, awaited_by=${repr(asTuple([...this.awaited_by]))})`;
  }
}

installRepr(FutureCallGraph);
