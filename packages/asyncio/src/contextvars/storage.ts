/**
 * The variables of a context.
 *
 * A few are kept in a flat array `[variable, value, variable, value, …]` and searched one by one, which at these sizes
 * beats any hash table in time and in memory. Beyond that they move into a persistent trie.
 *
 * Copying is a pointer either way: the trie never changes, and the array is shared by a context and its copies until
 * one of them writes, which first takes an array of its own.
 */
import { type Missing, sharedState } from './state.js';
import { type Branch, EMPTY_BRANCH, entries, find, insert, type TrieKey, without } from './trie.js';

/** The longest flat array: eight variables, each followed by its value. */
const FLAT_LENGTH = 16;

const NOTHING: unknown[] = [];

/** "No value": a value that no variable has. @internal */
export const MISSING: Missing = sharedState.missing;

/** The storage half of a context; see the head of the file. @internal */
export class Storage<K extends TrieKey> {
  #flat: unknown[] = NOTHING;
  /** Whether nobody else has `#flat`. */
  #owned: boolean = false;
  /** Once made it stays, empty or not. */
  #trie: Branch<K> | null = null;

  /** How many variables have a value. @internal */
  _count(): number {
    return this.#trie === null ? this.#flat.length / 2 : [...entries(this.#trie)].length;
  }

  /** The value of `key`, or MISSING. @internal */
  _lookUp(key: K): unknown {
    const flat = this.#flat;
    for (let index = 0; index < flat.length; index += 2) if (flat[index] === key) return flat[index + 1];
    return this.#trie === null ? MISSING : this.#valueInTrie(this.#trie, key);
  }

  /** Sets `key` to `value`, and tells the old one, or MISSING. @internal */
  _replace(key: K, value: unknown): unknown {
    if (this.#trie !== null) return this.#replaceInTrie(this.#trie, key, value);
    const flat = this.#flat;
    for (let index = 0; index < flat.length; index += 2) {
      if (flat[index] !== key) continue;
      const old = flat[index + 1];
      this.#ownFlat()[index + 1] = value;
      return old;
    }
    if (flat.length === FLAT_LENGTH) return this.#replaceInTrie(this.#moveToTrie(), key, value);
    // Exactly as long as needed: most contexts are written once and then kept for the life of a task.
    this.#flat = flat.length === 0 ? [key, value] : [...flat, key, value];
    this.#owned = true;
    return MISSING;
  }

  /** Takes the value of `key` away, if it has one. @internal */
  _delete(key: K): void {
    const trie = this.#trie;
    if (trie !== null) {
      if (find(trie, key) === null) return;
      this.#trie = without(trie, key);
      return;
    }
    const flat = this.#flat;
    for (let index = 0; index < flat.length; index += 2) {
      if (flat[index] !== key) continue;
      // The only one, as often: nothing is moved, and nobody's array is touched.
      if (flat.length === 2) this.#flat = NOTHING;
      else this.#ownFlat().splice(index, 2);
      return;
    }
  }

  /** Takes over the variables of `other`, which this one must not have begun to use. @internal */
  _shareWith(other: Storage<K>): void {
    other.#owned = false;
    this.#flat = other.#flat;
    this.#trie = other.#trie;
  }

  /** Whether both have taken over the same variables, and none has changed one since. @internal */
  _sharesAllWith(other: Storage<K>): boolean {
    return this.#flat === other.#flat && this.#trie === other.#trie;
  }

  /** The variables and their values, as they are now. @internal */
  _pairs(): [K, unknown][] {
    if (this.#trie !== null) return Array.from(entries(this.#trie), ({ key, value }) => [key, value]);
    const pairs: [K, unknown][] = [];
    const flat = this.#flat;
    for (let index = 0; index < flat.length; index += 2) pairs.push([flat[index] as K, flat[index + 1]]);
    return pairs;
  }

  #ownFlat(): unknown[] {
    if (!this.#owned) {
      this.#flat = this.#flat.slice();
      this.#owned = true;
    }
    return this.#flat;
  }

  #valueInTrie(trie: Branch<K>, key: K): unknown {
    const leaf = find(trie, key);
    return leaf === null ? MISSING : leaf.value;
  }

  #replaceInTrie(trie: Branch<K>, key: K, value: unknown): unknown {
    const old = this.#valueInTrie(trie, key);
    this.#trie = insert(trie, key, value);
    return old;
  }

  #moveToTrie(): Branch<K> {
    let trie: Branch<K> = EMPTY_BRANCH;
    const flat = this.#flat;
    for (let index = 0; index < flat.length; index += 2) trie = insert(trie, flat[index] as K, flat[index + 1]);
    this.#flat = NOTHING;
    this.#owned = false;
    return trie;
  }
}
