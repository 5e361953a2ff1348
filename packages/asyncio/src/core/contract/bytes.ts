/** What counts as bytes: `Uint8Array` and whatever else looks into an `ArrayBuffer`. */
import type { Signature } from '../../builtins/arguments.js';
import { TypeError } from '../../builtins/exceptions.js';
import { typeName } from '../../builtins/repr.js';
import { allocate } from '../../host/bytes.js';

/** A value as bytes, without copying them; null if it is none. */
export function asBytes(value: unknown): Uint8Array | null {
  if (value instanceof Uint8Array) return value;
  if (ArrayBuffer.isView(value)) return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  // A buffer of another realm is one as well.
  return Object.prototype.toString.call(value) === '[object ArrayBuffer]' ? new Uint8Array(value as ArrayBuffer) : null;
}

/** The only argument of what takes bytes. Mostly it is just that, and nothing has to be looked for. */
export function dataOf(args: readonly unknown[], spec: Signature): unknown {
  return args.length === 1 && args[0] instanceof Uint8Array ? args[0] : spec.bind(args)[0];
}

/** The argument `data` of what writes. */
export function checkedData(data: unknown): Uint8Array {
  const bytes = asBytes(data);
  if (bytes === null) throw new TypeError(`data argument must be a bytes-like object, not '${typeName(data)}'`);
  return bytes;
}

/** An item of the argument of what writes several. */
export function checkedItem(data: unknown): Uint8Array {
  const bytes = asBytes(data);
  if (bytes === null) throw new TypeError(`memoryview: a bytes-like object is required, not '${typeName(data)}'`);
  return bytes;
}

/** The bytes of several arrays, as Python's `b''.join` puts them together. */
export function joined(list: Iterable<unknown>): Uint8Array {
  let length = 0;
  const chunks = Array.from(list, (item, index) => {
    const bytes = asBytes(item);
    if (bytes === null) {
      throw new TypeError(`sequence item ${String(index)}: expected a bytes-like object, ${typeName(item)} found`);
    }
    length += bytes.length;
    return bytes;
  });
  return concat(chunks, length);
}

/** Several arrays as one. */
export function concat(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const all = allocate(length);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}
