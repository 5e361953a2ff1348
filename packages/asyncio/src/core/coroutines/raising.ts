/** How an error that is thrown into a body comes to what that awaits. */
import { GeneratorExit } from '../../builtins/exceptions.js';
import type { Coroutine } from './coroutines.js';

/** Whether an error is the one by which bodies are closed. Quicker than `instanceof`, which knows other realms. */
export function isGeneratorExit(error: unknown): boolean {
  return Object.prototype.isPrototypeOf.call(GeneratorExit.prototype, error as object);
}

/** The error that a step delivers since a native body that was awaited has raised it; anything thrown is no null. */
export const delivery: { error: unknown } = { error: null };

/** Whether an error that is thrown into an awaiting body comes from its `close`. */
export function closesAwaited(error: unknown): boolean {
  return isGeneratorExit(error) && error !== delivery.error;
}

/** Raises an error, which who awaits a coroutine was given, where that waits. */
export function raiseIn<T>(awaited: Coroutine<T>, error: unknown): IteratorResult<unknown, T> {
  if (closesAwaited(error) && !awaited._inline) {
    // Who is closed closes what it awaits first, and learns only of an error in that.
    awaited.close();
    throw error;
  }
  return awaited._raise(error);
}
