/** Methods of the loop that are coroutine functions. */
import type { Gen } from '../core/awaitable.js';
import { GeneratorCoroutine } from '../core/coroutines.js';
import type { AbstractEventLoop } from '../core/events.js';
import type { IOMethod } from '../core/io.js';

/** A method that is a coroutine function. `owner` is CPython's class, which reprs show. */
export function ioCoroutine(
  name: string,
  body: (loop: AbstractEventLoop, args: readonly unknown[]) => Gen<unknown>,
  owner = 'BaseEventLoop',
): IOMethod {
  const named = { name, __qualname__: `${owner}.${name}` };
  return (loop, args) => new GeneratorCoroutine(body(loop, args), named);
}
