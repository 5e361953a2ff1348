/** The loop classes that programs name. */
import { BaseEventLoop } from './base_events.js';

/**
 * The platform's loop.
 *
 * @remarks
 * **Python.** `asyncio.SelectorEventLoop`; here all loops take what is ready from their host.
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
