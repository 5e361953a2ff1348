/**
 * The part of a loop that talks to the operating system.
 *
 * The contract of the loop declares the methods; what they do stands far above, in `net`, and the face of a platform
 * brings the two together.
 */
import type { AbstractEventLoop } from './events.js';

/**
 * What does the work of a method: it gets the loop, and the values of all parameters in the order of its signature.
 * That of a coroutine function is a generator.
 */
export type IOMethod = (loop: AbstractEventLoop, bound: readonly unknown[]) => unknown;

/** The methods, by their names. */
export type IOMethods = Readonly<Record<string, IOMethod>>;

let platform = (): IOMethods => ({});
const added = new Map<string, IOMethod>();
let reason = '';

/** Sets the methods of the platform, which are asked for when the first is called; and says why it lacks others. */
export function setIO(methods: () => IOMethods, whyNoOthers: string): void {
  platform = methods;
  reason = whyNoOthers;
}

/** Adds a method, unless the platform has it. */
export function addIO(name: string, method: IOMethod): void {
  added.set(name, method);
}

/** The method of that name; undefined if there is none. */
export function ioMethod(name: string): IOMethod | undefined {
  return platform()[name] ?? added.get(name);
}

/** Why the platform lacks methods. */
export function whyNoIO(): string {
  return reason;
}
