/** Functions that a worker finds by their module and their name, as Python's `pickle` does. */
import { signature } from '../builtins/arguments.js';
import { TypeError, ValueError } from '../builtins/exceptions.js';
import { repr } from '../builtins/repr.js';
import { workersIfAny } from '../host/workers.js';

/** Where something is found. */
export interface Place {
  /** The URL of the module. */
  readonly module: string;
  readonly name: string;
}

/** What can be {@link importable}: a function, or a class of exceptions. @public */
export type Findable = (abstract new (...args: never[]) => unknown) | ((...args: never[]) => unknown);

const places = new WeakMap<object, Place>();
const byPlace = new Map<string, Findable>();

const keyOf = ({ module, name }: Place): string => `${module} ${name}`;

/** The place of what was made importable, or null. */
export function placeOf(value: object): Place | null {
  return places.get(value) ?? null;
}

/** What has its place there; undefined if no module has said so in this thread. */
export function importableAt(place: Place): Findable | undefined {
  return byPlace.get(keyOf(place));
}

const spec = signature('importable(module, fn)');

/**
 * Says in which module a function is, so that a worker can find it: the worker imports the module and takes the
 * function of that name. All that is around the function in its module is there as well.
 *
 * Write it at the top of the function's own module, `importable(import.meta.url, …)`; in a CommonJS module
 * `importable(__filename, …)`. The function needn't be exported then. For a module of somebody else give its URL, such
 * as `import.meta.resolve('its-name')`: there the function has to be exported under its name.
 *
 * A module is imported once in each worker, and runs there from its first line: what begins the program belongs into
 * another module, or under `if (!asyncio.concurrent.is_worker())`.
 *
 * A class of exceptions may be made importable too. Its instances then arrive as instances of it; otherwise they arrive
 * as instances of the class of the library that they extend.
 *
 * @remarks
 * **Python.** Has no such function: its functions know their module. What `pickle` can't find there is what isn't
 * importable here.
 *
 * @example
 * ```ts node no-run
 * const { importable } = asyncio.concurrent;
 * export const digest = importable(import.meta.url, function digest(text: string) {
 *   return text.length; // Whatever takes long.
 * });
 * ```
 *
 * @param module - The URL of the module, or the path of its file, from the root on; also as keyword.
 * @param fn - The function, which has a name; also as keyword.
 * @returns The function itself.
 * @throws ValueError if the module is given by a relative name, or the function has none.
 * @public
 */
export function importable<F extends Findable>(module: string | { readonly href: string }, fn: F): F;
export function importable<F extends Findable>(options: {
  readonly module: string | { readonly href: string };
  readonly fn: F;
}): F;
export function importable(...args: readonly unknown[]): unknown {
  const [given, fn] = spec.bind(args) as [string | { readonly href: string }, Findable];
  if (typeof fn !== 'function') throw new TypeError(`a function was expected by importable(), got ${repr(fn)}`);
  if (fn.name === '') {
    throw new ValueError(
      'a function without a name is not found in its module: importable(url, function work() { … })',
    );
  }
  const platform = workersIfAny();
  // Where there are no workers, modules that are written for them load all the same.
  if (platform === null) return fn;
  const text = typeof given === 'string' ? given : given.href;
  const module = platform.moduleUrl(text);
  if (module === null) {
    throw new ValueError(
      `a worker can't tell where ${repr(text)} is: give import.meta.url, __filename, or import.meta.resolve(${repr(text)})`,
    );
  }
  const place = { module, name: fn.name };
  places.set(fn, place);
  byPlace.set(keyOf(place), fn);
  return fn;
}
