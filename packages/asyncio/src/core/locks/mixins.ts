/** What locks and queues have in common: they belong to the loop in which they first had to wait. */
import { RuntimeError } from '../../builtins/exceptions.js';
import { address, installRepr, repr } from '../../builtins/repr.js';
import { get_running_loop } from '../contract/current_loop.js';
import type { AbstractEventLoop } from '../contract/events.js';

/**
 * What belongs to a loop from its first wait on: locks, queues.
 *
 * @remarks
 * **Python.** The mixin `_LoopBoundMixin`, which has no public name. Since 3.10 such an object takes its loop when it
 * first has to wait, and may be made before there is any.
 *
 * @example
 * ```ts
 * const event = new asyncio.Event();
 * const wait = asyncio.coroutine(async () => await asyncio.wait_for(event.wait(), 1));
 * await asyncio.run(wait()).catch((error: unknown) => error instanceof asyncio.TimeoutError); // => true
 * await asyncio.run(wait()).catch((error: unknown) => error instanceof asyncio.RuntimeError); // => true
 * ```
 *
 * @public
 */
export class LoopBound {
  #loop: AbstractEventLoop | null = null;

  /** The running loop, which is to be the same each time. @internal */
  _get_loop(): AbstractEventLoop {
    const loop = get_running_loop();
    this.#loop ??= loop;
    if (this.#loop !== loop) throw new RuntimeError(`${repr(this)} is bound to a different event loop`);
    return loop;
  }
}

installRepr(LoopBound);

/** Python's own text of an object of a class of the library; that of a subclass names no module. */
export function objectRepr(object: object, own: abstract new (...args: never[]) => unknown, module: string): string {
  const type = object.constructor;
  return `<${type === own ? `${module}.` : ''}${type.name} object at ${address(object)}`;
}
