/** Paths of Unix sockets. */
import { TypeError } from '../../builtins/exceptions.js';
import { typeName } from '../../builtins/repr.js';

/** A path as text: given as text, as bytes, or by an object with `__fspath__`. */
export function pathOf(path: unknown): string {
  if (typeof path === 'string') return path;
  if (path instanceof Uint8Array) return fromUTF8(path);
  const given = path as { __fspath__?: () => unknown } | null | undefined;
  if (typeof given?.__fspath__ === 'function') return pathOf(given.__fspath__());
  throw new TypeError(`expected str, bytes or os.PathLike object, not ${typeName(path)}`);
}

/** JavaScript itself has no other way to read UTF-8. */
function fromUTF8(bytes: Uint8Array): string {
  return decodeURIComponent([...bytes].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''));
}
