/** Values that move to another thread instead of being copied. */
import { signature } from '../builtins/arguments.js';

const transferred = new WeakMap<object, readonly object[]>();

/** What moves along with these values. */
export function transfersOf(values: readonly unknown[]): object[] {
  const all = new Set<object>();
  for (const value of values) {
    if (typeof value !== 'object' || value === null) continue;
    for (const part of transferred.get(value) ?? []) all.add(part);
  }
  return [...all];
}

const spec = signature('transfer(value!, parts?)');

/**
 * Has a value moved instead of copied, when it goes to a worker as an argument or comes from there as a result. Here it
 * is empty afterwards.
 *
 * Threads alone share memory: a process gets a copy.
 *
 * @remarks
 * **Python.** Has no such function: its threads share everything.
 *
 * @example
 * ```ts node real-time
 * const { transfer } = asyncio.concurrent;
 * const main = asyncio.coroutine(async () => {
 *   const image = new Uint8Array(1_000_000);
 *   const size = await asyncio.to_thread((bytes: Uint8Array) => bytes.length, transfer(image));
 *   return [size, image.length];
 * });
 * await asyncio.run(main()); // => [1000000, 0]
 * ```
 *
 * @param value - The value.
 * @param parts - What of it is moved: buffers, message ports, and what else the host can move. By default the value
 *   itself, or its buffer. Also as keyword.
 * @returns The value itself.
 * @public
 */
export function transfer<T extends object>(value: T, parts?: Iterable<object> | null): T;
export function transfer<T extends object>(value: T, options: { readonly parts?: Iterable<object> | null }): T;
export function transfer(...args: readonly unknown[]): unknown {
  const [value, parts] = spec.bind(args) as [object, Iterable<object> | null | undefined];
  const whole = ArrayBuffer.isView(value) ? value.buffer : value;
  transferred.set(value, parts === null || parts === undefined ? [whole] : [...parts]);
  return value;
}
