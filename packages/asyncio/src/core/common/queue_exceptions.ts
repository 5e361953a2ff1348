/** What queues raise. */
import { registerExceptions } from '../../builtins/exception_classes.js';
import { Exception } from '../../builtins/exceptions.js';

/**
 * Nothing is in the queue right now. Recorded without a JavaScript stack outside debug mode.
 *
 * @remarks
 * **Python.** `asyncio.QueueEmpty`, raised by `get_nowait`.
 *
 * @example
 * ```ts
 * const queue = new asyncio.Queue<string>();
 * try {
 *   queue.get_nowait();
 * } catch (error) {
 *   error instanceof asyncio.QueueEmpty; // => true
 * }
 * ```
 *
 * @public
 */
export class QueueEmpty extends Exception {
  /** Control flow: no stack. */
  static override readonly stackless: boolean = true;
}

/**
 * The queue is full right now. Recorded without a JavaScript stack outside debug mode.
 *
 * @remarks
 * **Python.** `asyncio.QueueFull`, raised by `put_nowait`.
 *
 * @example
 * ```ts
 * const queue = new asyncio.Queue<string>(1);
 * queue.put_nowait('a');
 * try {
 *   queue.put_nowait('b');
 * } catch (error) {
 *   error instanceof asyncio.QueueFull; // => true
 * }
 * ```
 *
 * @public
 */
export class QueueFull extends Exception {
  /** Control flow: no stack. */
  static override readonly stackless: boolean = true;
}

/**
 * The queue was shut down: nothing can be put in any more, and nothing taken out once it is empty. Recorded without a
 * JavaScript stack outside debug mode.
 *
 * @remarks
 * **Python.** `asyncio.QueueShutDown`, since 3.13. Who waits in `put` or `get` gets it too.
 *
 * @example
 * Shutting down is how a producer tells its consumers that no more comes.
 * ```ts
 * const queue = new asyncio.Queue<string>();
 * queue.put_nowait('last');
 * queue.shutdown();
 * const main = asyncio.coroutine(async () => {
 *   const items: string[] = [];
 *   try {
 *     for (;;) items.push(await queue.get());
 *   } catch (error) {
 *     if (!(error instanceof asyncio.QueueShutDown)) throw error;
 *     return items;
 *   }
 * });
 * await asyncio.run(main()); // => ['last']
 * ```
 *
 * @public
 */
export class QueueShutDown extends Exception {
  /** Control flow: no stack. */
  static override readonly stackless: boolean = true;
}

registerExceptions({ QueueEmpty, QueueFull, QueueShutDown }, 'asyncio.queues');
