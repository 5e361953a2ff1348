/** The exceptions of asyncio. Those of queues and of streams are in files of their own; all are exported from here. */
import { registerExceptions } from '../../builtins/exception_classes.js';
import { BaseException, Exception, KeyboardInterrupt, RuntimeError, SystemExit } from '../../builtins/exceptions.js';

export { TimeoutError } from '../../builtins/exceptions.js';
export { QueueEmpty, QueueFull, QueueShutDown } from './queue_exceptions.js';
export { IncompleteReadError, LimitOverrunError } from './stream_exceptions.js';

/**
 * The work was cancelled.
 *
 * It is thrown at the `await` at which a task stands when somebody cancels it. Clean up in `finally`; who catches it
 * should throw it again, or the cancellation has no effect.
 *
 * @remarks
 * **Python.** `asyncio.CancelledError`, a `BaseException`: `instanceof asyncio.Exception` is false. It has no
 * JavaScript stack outside debug mode.
 *
 * @example
 * ```ts
 * const log: string[] = [];
 * const work = asyncio.coroutine(async () => {
 *   try {
 *     await asyncio.sleep(3600);
 *   } finally {
 *     log.push('cleaned up');
 *   }
 * });
 * const main = asyncio.coroutine(async () => {
 *   const task = asyncio.create_task(work());
 *   await asyncio.sleep(1);
 *   task.cancel('enough');
 *   await asyncio.wait([task]);
 *   return task.cancelled();
 * });
 * await asyncio.run(main()); // => true
 * log; // => ['cleaned up']
 * ```
 *
 * @public
 */
export class CancelledError extends BaseException {
  /** Control flow: no stack. */
  static override readonly stackless: boolean = true;
}

/**
 * The state of a future or task doesn't allow the operation: it has no result yet, or has one already.
 *
 * @remarks
 * **Python.** `asyncio.InvalidStateError`; that of {@link concurrent} is another class.
 *
 * @example
 * ```ts
 * const future = new asyncio.Future<number>({ loop: asyncio.new_event_loop() });
 * try {
 *   future.result();
 * } catch (error) {
 *   asyncio.repr(error); // => "InvalidStateError('Result is not set.')"
 * }
 * ```
 *
 * @public
 */
export class InvalidStateError extends Exception {}

/**
 * `sendfile` can't be used for this socket or file.
 *
 * @remarks
 * **Python.** `asyncio.SendfileNotAvailableError`, since 3.7; a `RuntimeError`. Who gets it copies the file by itself.
 *
 * @example
 * ```ts
 * new asyncio.SendfileNotAvailableError() instanceof asyncio.RuntimeError; // => true
 * ```
 *
 * @public
 */
export class SendfileNotAvailableError extends RuntimeError {}

/**
 * The barrier was broken, or reset while somebody waited.
 *
 * @remarks
 * **Python.** `asyncio.BrokenBarrierError`, since 3.11; a `RuntimeError`.
 *
 * @example
 * ```ts
 * const barrier = new asyncio.Barrier(2);
 * const main = asyncio.coroutine(async () => {
 *   await barrier.abort();
 *   await barrier.wait();
 * });
 * await asyncio.run(main()).catch(asyncio.repr); // => "BrokenBarrierError('Barrier aborted')"
 * ```
 *
 * @public
 */
export class BrokenBarrierError extends RuntimeError {}

registerExceptions(
  {
    CancelledError,
    InvalidStateError,
    SendfileNotAvailableError,
    BrokenBarrierError,
  },
  'asyncio.exceptions',
);

/** Whether an exception ends the program, not just what runs: such ones are never swallowed by a loop. */
export function isFatal(error: unknown): boolean {
  return error instanceof KeyboardInterrupt || error instanceof SystemExit;
}
