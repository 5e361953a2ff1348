/** The part of the web's `AbortController` that the library uses; Node has it as well. */
import { NotImplementedError } from '../builtins/exceptions.js';

/** What is needed of a signal. @public */
export interface AbortSignalLike {
  /** Whether it was aborted. */
  readonly aborted: boolean;
  /** Why. */
  readonly reason: unknown;
  /** Asks to be told. */
  addEventListener(type: 'abort', listener: () => void): void;
  /** Asks to be told no more. */
  removeEventListener(type: 'abort', listener: () => void): void;
}

/** The host's own `AbortSignal`, where its types are known. @public */
export type HostAbortSignal = typeof globalThis extends { AbortSignal: { prototype: infer Signal } }
  ? Signal
  : AbortSignalLike;

/** Makes a signal, and aborts it. */
export interface AbortSource {
  readonly signal: HostAbortSignal;
  abort(reason: unknown): void;
}

/** Makes one of the host's controllers. */
export function newAbortController(): AbortSource {
  const { AbortController: Controller } = globalThis as { AbortController?: new () => AbortSource };
  if (Controller === undefined) throw new NotImplementedError('this host has no AbortController');
  return new Controller();
}
