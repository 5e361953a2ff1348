/**
 * How a step of a coroutine ends: with nothing, or by an error, which may be `FAILED` instead of a throw at each level.
 */

/** Without a value; it is also what a body written by hand gives to whoever asks it after its end. */
export const ENDED: IteratorReturnResult<never> = { done: true, value: undefined as never };

/** What a driver gives instead of an error when there is none: any value may be thrown, so none can say it. */
export const NONE: unique symbol = Symbol('none');

/**
 * What a step gives that ended by an error, where whoever asked prefers that to a throw: to throw once more at each
 * level would make errors dear.
 */
export const FAILED: IteratorReturnResult<never> & { error: unknown } = {
  done: true,
  value: undefined as never,
  error: NONE,
};

/** Ends a step by an error. */
export function failed(error: unknown): typeof FAILED {
  FAILED.error = error;
  return FAILED;
}

/** The error of a step that has just failed. */
export function takeError(): unknown {
  const { error } = FAILED;
  FAILED.error = NONE;
  return error;
}

/** What a step gives, for those who ask for a throw. */
export function throwing<T>(result: IteratorResult<unknown, T>): IteratorResult<unknown, T> {
  if (result === FAILED) throw takeError();
  return result;
}

/**
 * Throws an error. V8 asks of each throw which place in the source it is at, and that takes a microsecond in a function
 * into which others were put, a fraction of it in a small one that stands alone, as a function that calls itself does.
 */
export function raise(error: unknown, isOutside = true): never {
  if (isOutside) raise(error, false);
  throw error;
}
