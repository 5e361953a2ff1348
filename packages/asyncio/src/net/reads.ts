/** The coroutines of `StreamReader.read` and `readexactly`. */
import { TypeError, ValueError } from '../builtins/exceptions.js';
import { typeName } from '../builtins/repr.js';
import type { Future } from '../core/futures.js';
import { IncompleteReadError } from '../core/exceptions.js';
import { LATER, Waiting } from '../core/waiting.js';

/** What a reader offers its reads. */
export interface Source {
  /** How many bytes there are. */
  readonly _available: number;
  /** Nothing comes any more. */
  readonly _hasEnded: boolean;
  /** Raises what has broken the stream. */
  _check(): void;
  _take(count: number): Uint8Array;
  /** Waits for more: `method` is who wants it. */
  _join(method: string): Future<null>;
  _leave(): void;
}

const READ = { name: 'read', __qualname__: 'StreamReader.read' };
const READEXACTLY = { name: 'readexactly', __qualname__: 'StreamReader.readexactly' };

/** How many bytes are wanted; below zero all of them. */
export function checkedCount(n: unknown): number {
  if (n === null) return -1;
  if (typeof n !== 'number') throw new TypeError(`'<' not supported between instances of '${typeName(n)}' and 'int'`);
  return n;
}

/** Some bytes, at most `count`, as soon as there are any. */
export class SomeBytes extends Waiting<Uint8Array> {
  readonly #source: Source;
  readonly #count: number;

  constructor(source: Source, count: number) {
    super(READ);
    this.#source = source;
    this.#count = count;
  }

  protected override _attempt(isFirst: boolean): Uint8Array | typeof LATER {
    const source = this.#source;
    if (isFirst) {
      source._check();
      if (source._available === 0 && !source._hasEnded) return LATER;
    }
    return source._take(this.#count);
  }

  protected override _wait(): Future<null> {
    return this.#source._join('read');
  }

  protected override _leave(): void {
    this.#source._leave();
  }
}

/** So many bytes, and no fewer. */
export class ExactBytes extends Waiting<Uint8Array> {
  readonly #source: Source;
  readonly #count: unknown;

  constructor(source: Source, count: unknown) {
    super(READEXACTLY);
    this.#source = source;
    this.#count = count;
  }

  protected override _attempt(isFirst: boolean): Uint8Array | typeof LATER {
    const source = this.#source;
    const count = checkedCount(this.#count);
    if (count < 0) throw new ValueError('readexactly size can not be less than zero');
    if (isFirst) source._check();
    if (source._available >= count) return source._take(count);
    if (source._hasEnded) throw new IncompleteReadError(source._take(source._available), count);
    return LATER;
  }

  protected override _wait(): Future<null> {
    return this.#source._join('readexactly');
  }

  protected override _leave(): void {
    this.#source._leave();
  }
}
// The name of its type, as errors give it.
for (const type of [SomeBytes, ExactBytes]) Object.defineProperty(type, 'name', { value: 'coroutine' });
