/** How a program that wraps its foreign promises does without `AsyncLocalStorage`. */
import { defaultHost } from '#asyncio/host/registry.js';

/** Switches the tracking of native bodies off, for the whole process. */
export function switchTrackingOff(): void {
  // With a built package this is another copy of the registry, which has no host: it throws, instead of measuring the
  // wrong thing.
  defaultHost().tracking = false;
}
