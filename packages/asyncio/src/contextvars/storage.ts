/**
 * The variables of a context.
 *
 * A few are kept in a flat array `[variable, value, variable, value, …]` and searched one by one, which at these sizes
 * beats any hash table in time and in memory. Beyond that they move into a persistent trie.
 *
 * Copying is a pointer either way: the trie never changes, and the array is shared by a context and its copies until
 * one of them writes, which first takes an array of its own.
 *
 * How they are written is in `changes.ts`: a program that has no variable needs neither that nor the trie.
 */
import { type Missing, sharedState } from './state.js';
import type { Branch, TrieKey } from './trie.js';

/** The variables of who has none. @internal */
export const NOTHING: unknown[] = [];

/** "No value": a value that no variable has. @internal */
export const MISSING: Missing = sharedState.missing;

/** The storage half of a context; see the head of the file. @internal */
export class Storage<K extends TrieKey> {
  /** @internal */ _flat: unknown[] = NOTHING;
  /** Whether nobody else has `_flat`. @internal */
  _owned: boolean = false;
  /** Once made it stays, empty or not. @internal */
  _trie: Branch<K> | null = null;

  /** How many variables have a value. @internal */
  _count(): number {
    return this._trie === null ? this._flat.length / 2 : [...this._trie.entries()].length;
  }

  /** The value of `key`, or MISSING. @internal */
  _lookUp(key: K): unknown {
    const flat = this._flat;
    for (let index = 0; index < flat.length; index += 2) if (flat[index] === key) return flat[index + 1];
    const leaf = this._trie === null ? null : this._trie.find(key);
    return leaf === null ? MISSING : leaf.value;
  }

  /** Takes over the variables of `other`, which this one must not have begun to use. @internal */
  _shareWith(other: Storage<K>): void {
    other._owned = false;
    this._flat = other._flat;
    this._trie = other._trie;
  }

  /** Whether both have taken over the same variables, and none has changed one since. @internal */
  _sharesAllWith(other: Storage<K>): boolean {
    return this._flat === other._flat && this._trie === other._trie;
  }

  /** The variables and their values, as they are now. @internal */
  _pairs(): [K, unknown][] {
    if (this._trie !== null) return Array.from(this._trie.entries(), ({ key, value }) => [key, value]);
    const pairs: [K, unknown][] = [];
    const flat = this._flat;
    for (let index = 0; index < flat.length; index += 2) pairs.push([flat[index] as K, flat[index + 1]]);
    return pairs;
  }
}
