/** `to_thread`. */
import { signature } from '../../builtins/arguments.js';
import { BoundCall } from '../../concurrent/bound_call.js';
import { copy_context } from '../../contextvars/context.js';
import type { Call } from '../../host/workers.js';
import type { Gen } from '../common/awaitable.js';
import type { Coroutine } from '../coroutines/coroutines.js';
import { get_running_loop } from '../contract/current_loop.js';
import { markCoroutineFunctions } from '../common/function_kinds.js';
import { GeneratorCoroutine } from '../coroutines/generator_coroutine.js';

const TO_THREAD = { name: 'to_thread' };
const spec = signature('to_thread(func, /, *args!)');

function* body(func: Call['fn'], args: readonly unknown[]): Gen<unknown> {
  const loop = get_running_loop();
  const bound = new BoundCall({ fn: func, args: [], context: copy_context(), loop });
  return yield* loop.run_in_executor(null, bound.asFunction(), ...args);
}

/**
 * Calls a function in another thread, and waits for its result; the loop goes on meanwhile. For what blocks or
 * computes.
 *
 * The function is {@link concurrent.importable}, or self-contained; {@link concurrent.ThreadPoolExecutor} says what
 * that means, and how arguments and results get there and back.
 *
 * In browsers it raises `NotImplementedError`: they have no threads for the library yet.
 *
 * Context variables go along, as far as their values can be cloned: in the thread, variables of the same names have
 * these values. A name that two variables share is left out.
 *
 * @remarks
 * **Python.** `asyncio.to_thread`, since 3.9. Its threads have the context itself, so no value is left out.
 *
 * **Cancellation.** Ends the wait. The function, if it has begun, goes on to its end.
 *
 * @example
 * ```ts node real-time
 * const main = asyncio.coroutine(async () => {
 *   const primes = await asyncio.to_thread((limit: number) => {
 *     const isPrime = (n: number) => {
 *       for (let i = 2; i * i <= n; i++) if (n % i === 0) return false;
 *       return n > 1;
 *     };
 *     return Array.from({ length: limit }, (_, n) => n).filter(isPrime);
 *   }, 20);
 *   return primes;
 * });
 * await asyncio.run(main()); // => [2, 3, 5, 7, 11, 13, 17, 19]
 * ```
 *
 * @param func - The function.
 * @param args - Its arguments, of which a plain object at the end is one too.
 * @returns Its result.
 * @throws What is wrong with the function or its arguments, and whatever it raises.
 * @public
 */
export function to_thread<Args extends unknown[], T>(
  func: (...args: Args) => T | PromiseLike<T>,
  ...args: Args
): Coroutine<T>;
export function to_thread(...args: readonly unknown[]): Coroutine<unknown> {
  const [func, given] = spec.bind(args) as [Call['fn'], unknown[]];
  return new GeneratorCoroutine(body(func, given), TO_THREAD);
}

markCoroutineFunctions(to_thread);
