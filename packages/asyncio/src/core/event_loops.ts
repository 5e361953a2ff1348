/** The loop classes that programs name. */
import { BaseEventLoop } from './base_events.js';

/**
 * The platform's loop.
 *
 * @remarks
 * **Python.** `asyncio.SelectorEventLoop`; here all loops take what is ready from their host.
 *
 * @example
 * ```ts
 * const main = asyncio.coroutine(async () => asyncio.get_running_loop() instanceof asyncio.SelectorEventLoop);
 * await asyncio.run(main(), { loop_factory: asyncio.SelectorEventLoop }); // => true
 * ```
 *
 * @public
 */
export class SelectorEventLoop extends BaseEventLoop {}

/**
 * The platform's most efficient loop.
 *
 * @remarks
 * **Python.** `asyncio.EventLoop`, an alias there too.
 *
 * @public
 */
export const EventLoop: typeof SelectorEventLoop = SelectorEventLoop;
/** What {@link EventLoop} makes. @public */
export type EventLoop = SelectorEventLoop;
