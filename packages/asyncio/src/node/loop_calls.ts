/** What workers ask of the loops of this thread. */
import { RuntimeError, toException } from '../builtins/exceptions.js';
import type { Future as ConcurrentFuture } from '../concurrent/future.js';
import { importableAt } from '../concurrent/importable.js';
import { transfersOf } from '../concurrent/transfers.js';
import { await_, toAwaitable } from '../core/tasks/coroutine_functions.js';
import type { AwaitableOrThunk, Gen } from '../core/common/awaitable.js';
import { GeneratorCoroutine } from '../core/coroutines/generator_coroutine.js';
import type { AbstractEventLoop } from '../core/contract/events.js';
import { run_coroutine_threadsafe } from '../core/loop/threadsafe.js';
import { logger } from '../host/log.js';
import { findInModule, type AnyFunction } from './function_finding.js';
import type { LoopCall, LoopCancel, PackedOutcome, Reply, Send } from './messages.js';
import { notSendable, packValues, unpackValues } from './packing.js';

const loops = new Map<number, WeakRef<AbstractEventLoop>>();
const numbers = new WeakMap<AbstractEventLoop, number>();
const forget = new FinalizationRegistry<number>((number) => loops.delete(number));
let count = 0;

/** The number by which workers know a loop. */
export function numberOf(loop: AbstractEventLoop): number {
  let number = numbers.get(loop);
  if (number === undefined) {
    number = ++count;
    numbers.set(loop, number);
    loops.set(number, new WeakRef(loop));
    forget.register(loop, number);
  }
  return number;
}

function loopOf(number: number): AbstractEventLoop {
  const loop = loops.get(number)?.deref();
  if (loop === undefined) throw new RuntimeError('Event loop is closed');
  return loop;
}

function* call(fn: AnyFunction, args: readonly unknown[]): Gen<unknown> {
  return yield* await_(toAwaitable(fn(...args) as AwaitableOrThunk<unknown>));
}

/** What the workers of a pool ask for, in the order in which they do. */
export class LoopCalls {
  readonly #futures = new Map<number, ConcurrentFuture<unknown>>();
  /** While the module of a function is being imported, later calls wait. */
  #before: Promise<void> | null = null;

  handle(message: LoopCall | LoopCancel, send: Send<Reply>): void {
    if (message.kind === 'loop cancel') {
      this.#futures.get(message.reply)?.cancel();
      return;
    }
    const fn = message.fn.from === 'module' ? importableAt(message.fn) : undefined;
    if (fn !== undefined && this.#before === null) {
      this.#make(message, fn as AnyFunction, send);
      return;
    }
    const before = this.#inTurn(message, send);
    this.#before = before;
    void before.then(() => {
      if (this.#before === before) this.#before = null;
    });
  }

  async #inTurn(message: LoopCall, send: Send<Reply>): Promise<void> {
    await this.#before;
    let fn: AnyFunction;
    try {
      fn = await findInModule(message.fn as Parameters<typeof findInModule>[0]);
    } catch (error) {
      this.#failed(message, error, send);
      return;
    }
    this.#make(message, fn, send);
  }

  #make(message: LoopCall, fn: AnyFunction, send: Send<Reply>): void {
    const { reply } = message;
    const args = unpackValues(message.args);
    try {
      const loop = loopOf(message.loop);
      if (reply === null) {
        loop.call_soon_threadsafe(fn, ...args);
        return;
      }
      const future = run_coroutine_threadsafe(new GeneratorCoroutine(call(fn, args), { name: fn.name }), loop);
      this.#futures.set(reply, future);
      future.add_done_callback(() => {
        this.#futures.delete(reply);
        this.#ended(reply, future, send);
      });
    } catch (error) {
      this.#failed(message, error, send);
    }
  }

  #ended(reply: number, future: ConcurrentFuture<unknown>, send: Send<Reply>): void {
    let outcome: PackedOutcome | null = null;
    if (!future.cancelled()) {
      const { exception, result } = future._outcome();
      outcome =
        exception === null
          ? { kind: 'returned', values: packValues([result]) }
          : { kind: 'raised', values: packValues([exception]) };
    }
    try {
      send({ kind: 'reply', reply, outcome }, transfersOf(outcome?.values.values ?? []));
    } catch (error) {
      const values = packValues([notSendable('the result', error)]);
      send({ kind: 'reply', reply, outcome: { kind: 'raised', values } }, []);
    }
  }

  #failed({ reply }: LoopCall, error: unknown, send: Send<Reply>): void {
    const exception = toException(error);
    if (reply === null) logger.exception('a worker has called a function that the loop could not be given', exception);
    else send({ kind: 'reply', reply, outcome: { kind: 'raised', values: packValues([exception]) } }, []);
  }
}
