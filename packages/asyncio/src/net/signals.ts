/** `add_signal_handler` and `remove_signal_handler`. */
import { OSError, RuntimeError, TypeError, ValueError } from '../builtins/exceptions.js';
import { errorNumber } from '../builtins/errno.js';
import { fromSystemError } from '../builtins/oserrors.js';
import { repr } from '../builtins/repr.js';
import { partOfNetwork } from '../host/network_registry.js';
import { iscoroutine, makesCoroutines } from '../core/tasks/coroutine_functions.js';
import type { AbstractEventLoop } from '../core/contract/events.js';
import { Handle, type Callback } from '../core/contract/handles.js';
import type { Resource } from '../core/contract/resources.js';

/** What Ctrl-C sends. */
const SIGINT = 2;

/** A handler that waits for its signal. */
class SignalHandler implements Resource {
  readonly #loop: AbstractEventLoop;
  readonly #signal: number;
  readonly #handle: Handle;
  readonly #unwatch: () => void;

  constructor(loop: AbstractEventLoop, signal: number, handle: Handle) {
    this.#loop = loop;
    this.#signal = signal;
    this.#handle = handle;
    this.#unwatch = watch(signal, () => {
      if (!loop.is_closed()) loop._enqueue(this.#handle);
    });
  }

  _release(): void {
    this.#unwatch();
    this.#loop._signals.delete(this.#signal);
    this.#loop._resources.delete(this);
  }
}

function watch(signal: number, received: () => void): () => void {
  try {
    return partOfNetwork('signals').watch(signal, received);
  } catch (error) {
    const raised = fromSystemError(error);
    const isRefused = raised instanceof OSError && raised.errno === errorNumber('EINVAL');
    throw isRefused ? new RuntimeError(`sig ${String(signal)} cannot be caught`) : raised;
  }
}

export function addSignalHandler(loop: AbstractEventLoop, bound: readonly unknown[]): null {
  const [sig, callback, more] = bound as [unknown, Callback, readonly unknown[]];
  if (iscoroutine(callback) || makesCoroutines(callback)) {
    throw new TypeError('coroutines cannot be used with add_signal_handler()');
  }
  const signal = checkedSignal(sig);
  if (loop.is_closed()) throw new RuntimeError('Event loop is closed');
  if (!partOfNetwork('signals').arrive) {
    throw new RuntimeError('set_wakeup_fd only works in main thread of the main interpreter');
  }
  const handler = new SignalHandler(loop, signal, new Handle(callback, more, loop));
  loop._signals.get(signal)?._release();
  if (signal === SIGINT) loop._interruptsRunner = false;
  loop._signals.set(signal, handler);
  loop._resources.add(handler);
  return null;
}

export function removeSignalHandler(loop: AbstractEventLoop, bound: readonly unknown[]): boolean {
  const [sig] = bound;
  const handler = loop._signals.get(checkedSignal(sig));
  handler?._release();
  return handler !== undefined;
}

/** The number of a signal. */
function checkedSignal(sig: unknown): number {
  const signals = partOfNetwork('signals');
  const number = typeof sig === 'string' ? signals.numbers[sig] : sig;
  if (typeof number !== 'number' || !Number.isInteger(number)) {
    throw new TypeError(`sig must be an int, not ${repr(sig)}`);
  }
  if (!signals.has(number)) throw new ValueError(`invalid signal number ${String(number)}`);
  return number;
}
