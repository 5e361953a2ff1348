/** Which protocol an iterable has: Python's, JavaScript's, or that of JavaScript's synchronous iterables. */
import { notIterable, pythonIteratorOf } from '../core/statements/async_iteration.js';
import { iteratorOf, methodOf, type HasAnext } from '../core/statements/async_iterators.js';

export type Method = (...args: unknown[]) => unknown;

/** An iterator and its protocol; the method of a JavaScript iterator is read once. */
export type Found =
  | { readonly protocol: 'python'; readonly iterator: HasAnext<unknown> }
  | { readonly protocol: 'native' | 'sync'; readonly iterator: object; readonly next: Method };

/** Begins to iterate. */
export function iteratorFound(iterable: unknown): Found {
  const own = pythonIteratorOf(iterable);
  if (own !== null) return { protocol: 'python', iterator: own };
  const native = methodOf(iterable, Symbol.asyncIterator);
  if (native !== null) {
    const iterator = native.call(iterable);
    // A compiled `async *[Symbol.asyncIterator]() { … }` makes one of ours.
    if (methodOf(iterator, '__anext__') !== null)
      return { protocol: 'python', iterator: iterator as HasAnext<unknown> };
    // `async for` knows how to complain.
    const next = methodOf(iterator, 'next');
    if (next === null) iteratorOf({ [Symbol.asyncIterator]: () => iterator });
    return { protocol: 'native', iterator: iterator as object, next: next as Method };
  }
  const sync = methodOf(iterable, Symbol.iterator);
  if (sync === null) throw notIterable(iterable);
  const iterator = sync.call(iterable) as { readonly next: Method };
  return { protocol: 'sync', iterator, next: iterator.next };
}
