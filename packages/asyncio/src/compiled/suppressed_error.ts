/** JavaScript's `SuppressedError`, which not every host has yet. */

/** An error of a disposal, beside the one that was on its way already. */
interface Suppressed extends Error {
  /** The error of the disposal. */
  readonly error: unknown;
  /** The one before it. */
  readonly suppressed: unknown;
}

type SuppressedErrorClass = new (error: unknown, suppressed: unknown, message?: string) => Suppressed;

class SuppressedError extends Error implements Suppressed {
  readonly error: unknown;
  readonly suppressed: unknown;

  constructor(error: unknown, suppressed: unknown, message?: string) {
    super(message);
    Object.defineProperty(this, 'name', { value: 'SuppressedError', configurable: true, writable: true });
    this.error = error;
    this.suppressed = suppressed;
  }
}

/** Makes one, of the host's class if it has one. */
export function suppressedError(error: unknown, suppressed: unknown): Error {
  const host = (globalThis as { SuppressedError?: SuppressedErrorClass }).SuppressedError;
  const message = 'An error was suppressed during disposal.';
  return new (host ?? SuppressedError)(error, suppressed, message);
}
