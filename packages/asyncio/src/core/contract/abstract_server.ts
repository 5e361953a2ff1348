/** The contract of a server. */
import { NotImplementedError } from '../../builtins/exceptions.js';
import type { Gen } from '../common/awaitable.js';
import type { Coroutine } from '../coroutines/coroutines.js';
import type { AbstractEventLoop } from './events.js';
import { markCoroutineFunctions } from '../common/function_kinds.js';
import { GeneratorCoroutine } from '../coroutines/generator_coroutine.js';

const coroutineOf = (name: string) => ({ name, __qualname__: `AbstractServer.${name}` });
const AENTER = coroutineOf('__aenter__');
const AEXIT = coroutineOf('__aexit__');

/**
 * What `create_server` gives: something that takes connections until it is closed. Each method raises
 * `NotImplementedError`; {@link Server} has them all.
 *
 * @remarks
 * **Python.** `asyncio.AbstractServer`. As a context manager it closes itself at the end and waits until it is closed.
 *
 * @example
 * ```ts
 * try {
 *   new asyncio.AbstractServer().close();
 * } catch (error) {
 *   error instanceof asyncio.NotImplementedError; // => true
 * }
 * ```
 *
 * @public
 */
export class AbstractServer implements AsyncDisposable {
  /** Takes no connections any more; those that stand stay. */
  close(): void {
    throw new NotImplementedError();
  }

  /** Closes the connections. */
  close_clients(): void {
    throw new NotImplementedError();
  }

  /** Ends the connections at once. */
  abort_clients(): void {
    throw new NotImplementedError();
  }

  /** The loop. */
  get_loop(): AbstractEventLoop {
    throw new NotImplementedError();
  }

  /** Whether it takes connections. */
  is_serving(): boolean {
    throw new NotImplementedError();
  }

  /**
   * Begins to take connections, if it hasn't yet.
   *
   * @remarks
   * **Cancellation.** It has begun all the same.
   */
  start_serving(): Coroutine<null> {
    return new GeneratorCoroutine(notImplemented(), coroutineOf('start_serving'));
  }

  /**
   * Takes connections until it is cancelled.
   *
   * @remarks
   * **Cancellation.** Closes the server, waits until it is closed, and raises `CancelledError`.
   */
  serve_forever(): Coroutine<null> {
    return new GeneratorCoroutine(notImplemented(), coroutineOf('serve_forever'));
  }

  /**
   * Waits until the server is closed and its last connection has ended.
   *
   * @remarks
   * **Cancellation.** Only the wait ends.
   */
  wait_closed(): Coroutine<null> {
    return new GeneratorCoroutine(notImplemented(), coroutineOf('wait_closed'));
  }

  /** The server itself. */
  __aenter__(): Coroutine<this> {
    return new GeneratorCoroutine(enter(this), AENTER);
  }

  /** Closes the server, and waits until it is closed. */
  __aexit__(...exc: readonly unknown[]): Coroutine<null> {
    void exc;
    return new GeneratorCoroutine(exit(this), AEXIT);
  }

  /**
   * Closes the server, and waits until it is closed; what `await using` calls.
   *
   * @remarks
   * **Cancellation.** Only the wait ends.
   */
  [Symbol.asyncDispose](): Coroutine<void> {
    return new GeneratorCoroutine(exit(this), AEXIT) as Coroutine<unknown> as Coroutine<void>;
  }
}

// eslint-disable-next-line require-yield -- it never has to wait
function* enter<Self>(server: Self): Gen<Self> {
  return server;
}

// eslint-disable-next-line require-yield -- it never gets to one
function* notImplemented(): Gen<never> {
  throw new NotImplementedError();
}

function* exit(server: AbstractServer): Gen<null> {
  server.close();
  yield* server.wait_closed();
  return null;
}

/* eslint-disable @typescript-eslint/unbound-method -- they are marked, not called */
markCoroutineFunctions(
  AbstractServer.prototype.start_serving,
  AbstractServer.prototype.serve_forever,
  AbstractServer.prototype.wait_closed,
  AbstractServer.prototype.__aenter__,
  AbstractServer.prototype.__aexit__,
);
