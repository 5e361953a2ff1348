/** How a worker reaches the main thread's loop. */
import { threadId } from 'node:worker_threads';
import { RuntimeError, TypeError } from '../builtins/exceptions.js';
import { Future } from '../concurrent/future.js';
import { placeOf } from '../concurrent/importable.js';
import { transfersOf } from '../concurrent/transfers.js';
import type { MainLoopLink } from '../core/runners/main_loop.js';
import type { FromWorker, LoopCall, Reply, Send } from './messages.js';
import { notSendable, packValues, unpackValues } from './packing.js';

type Callback = (...args: never[]) => unknown;

/** So that the numbers of replies are different in all threads. */
const FIRST_REPLY = threadId * 2 ** 32;

export class LoopLink {
  readonly #send: Send<FromWorker>;
  readonly #futures = new Map<number, Future<unknown>>();
  #loop: number | null = null;
  #replies = FIRST_REPLY;

  constructor(send: Send<FromWorker>) {
    this.#send = send;
  }

  /** Sets the number of the loop on whose behalf the worker runs. */
  setLoop(loop: number | null): void {
    this.#loop = loop;
  }

  /** The loop on whose behalf the worker runs. */
  loop(): MainLoopLink {
    const loop = this.#loop;
    if (loop === null) throw new RuntimeError('no running event loop, where this function came from');
    return {
      call: (fn, args) => {
        this.#ask(loop, fn, args, null);
      },
      run: (fn, args) => this.#run(loop, fn, args),
    };
  }

  /** Takes the end of a coroutine that the loop has run. */
  hear({ reply, outcome }: Reply): void {
    const future = this.#futures.get(reply);
    this.#futures.delete(reply);
    if (future === undefined || future.cancelled()) return;
    if (outcome === null) {
      future.cancel();
      return;
    }
    const [value] = unpackValues(outcome.values);
    if (outcome.kind === 'returned') future.set_result(value);
    else future.set_exception(value as Error);
  }

  #run(loop: number, fn: Callback, args: readonly unknown[]): Future<unknown> {
    const future = new Future<unknown>();
    const reply = ++this.#replies;
    this.#ask(loop, fn, args, reply);
    this.#futures.set(reply, future);
    future.add_done_callback(() => {
      if (future.cancelled()) this.#send({ kind: 'loop cancel', reply }, []);
    });
    return future;
  }

  #ask(loop: number, fn: Callback, args: readonly unknown[], reply: number | null): void {
    const place = placeOf(fn);
    if (place === null) {
      throw new TypeError(
        `the main thread can't find '${fn.name}': make it importable, from asyncio.concurrent, in a module that both import`,
      );
    }
    const message: LoopCall = {
      kind: 'loop call',
      loop,
      fn: { from: 'module', ...place },
      args: packValues(args),
      reply,
    };
    try {
      this.#send(message, transfersOf(args));
    } catch (error) {
      throw notSendable('the arguments', error);
    }
  }
}
