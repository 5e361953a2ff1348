/** The loop of the prompt, in which all input runs, and its context. */
import vm from 'node:vm';
import type * as Asyncio from 'asyncio-ts';
import type { Input } from './input.js';

/** What came of an input: its value, if it has one, in a box that no `await` opens. */
export type Value = { readonly value: unknown } | undefined;

/** Calls a function where a SIGINT can end it, which is nowhere else in JavaScript. */
const CALL = Symbol.for('asyncio-ts.cli.call');
const calling = new vm.Script(`globalThis[Symbol.for('asyncio-ts.cli.call')]()`, { filename: 'asyncio-call' });

/** Runs inputs one after the other. Between them the loop goes on, with the tasks that they have started. */
export class Session {
  readonly #asyncio: typeof Asyncio;
  readonly #loop: Asyncio.AbstractEventLoop;
  readonly #context: Asyncio.contextvars.Context;
  readonly #running: Promise<void>;
  readonly #onExit: (code: unknown) => void;
  #task: Asyncio.Task<Value> | null = null;
  #isInterrupted = false;

  /** `onExit` is called when a task has raised `SystemExit`, which ends the loop. */
  constructor(asyncio: typeof Asyncio, onExit: (code: unknown) => void) {
    this.#onExit = onExit;
    this.#asyncio = asyncio;
    this.#loop = asyncio.new_event_loop();
    asyncio.set_event_loop(this.#loop);
    this.#context = asyncio.contextvars.copy_context();
    this.#running = this.#keepRunning();
  }

  /** Runs an input, and gives the value of its last expression. */
  run({ script, isAsync }: Input): Promise<Value> {
    return new Promise((resolve, reject) => {
      const callback = () => {
        try {
          const body = script.runInThisContext() as () => unknown;
          if (isAsync) this.#runTask(body as () => Asyncio.Coroutine<Value>, resolve, reject);
          else resolve(interruptible(body) as Value);
        } catch (error) {
          reject(this.#translated(error));
        }
      };
      this.#loop.call_soon_threadsafe(callback, { context: this.#context });
    });
  }

  /** Cancels what is awaited; answers whether there was anything. */
  interrupt(): boolean {
    if (this.#task === null) return false;
    this.#isInterrupted = true;
    this.#task.cancel();
    this.#loop.call_soon_threadsafe(() => undefined);
    return true;
  }

  /** Stops the loop and closes it. As in Python, tasks that are left aren't waited for. */
  async close(): Promise<void> {
    this.#loop.stop();
    this.#loop.call_soon_threadsafe(() => undefined);
    await this.#running;
    this.#loop.close();
  }

  /** As in Python, a `KeyboardInterrupt` leaves the loop, which then goes on. */
  async #keepRunning(): Promise<void> {
    for (;;) {
      try {
        await this.#loop.run_forever();
        return;
      } catch (error) {
        if (!(error instanceof this.#asyncio.SystemExit)) continue;
        this.#onExit(error.code ?? 0);
        return;
      }
    }
  }

  #runTask(
    body: () => Asyncio.Coroutine<Value>,
    resolve: (value: Value) => void,
    reject: (error: unknown) => void,
  ): void {
    const task = this.#loop.create_task(body(), { context: this.#context });
    this.#task = task;
    this.#isInterrupted = false;
    task.add_done_callback(() => {
      this.#task = null;
      const isInterrupted = this.#isInterrupted && task.cancelled();
      try {
        resolve(task.result());
      } catch (error) {
        reject(isInterrupted ? new this.#asyncio.KeyboardInterrupt() : error);
      }
    });
  }

  #translated(error: unknown): Error {
    const isInterrupt = (error as { readonly code?: unknown } | null)?.code === 'ERR_SCRIPT_EXECUTION_INTERRUPTED';
    return isInterrupt ? new this.#asyncio.KeyboardInterrupt() : (error as Error);
  }
}

/** The terminal tells of Ctrl-C by a signal only while it isn't in raw mode. */
function interruptible(body: () => unknown): unknown {
  const { stdin } = process;
  const isRaw = stdin.isTTY && stdin.isRaw;
  if (isRaw) stdin.setRawMode(false);
  Object.defineProperty(globalThis, CALL, { value: body, configurable: true });
  try {
    return calling.runInThisContext({ breakOnSigint: true });
  } finally {
    Reflect.deleteProperty(globalThis, CALL);
    if (isRaw) stdin.setRawMode(true);
  }
}
