/** How the variables of a context are written; see `storage.ts` for how they are kept. */
import { MISSING, NOTHING, type Storage } from './storage.js';
import { type Branch, EMPTY_BRANCH, type TrieKey } from './trie.js';

/** The longest flat array: eight variables, each followed by its value. */
const FLAT_LENGTH = 16;

/** Sets `key` to `value`, and tells the old one, or MISSING. */
export function replace<K extends TrieKey>(storage: Storage<K>, key: K, value: unknown): unknown {
  if (storage._trie !== null) return replaceInTrie(storage, storage._trie, key, value);
  const flat = storage._flat;
  for (let index = 0; index < flat.length; index += 2) {
    if (flat[index] !== key) continue;
    const old = flat[index + 1];
    ownFlat(storage)[index + 1] = value;
    return old;
  }
  if (flat.length === FLAT_LENGTH) return replaceInTrie(storage, moveToTrie(storage), key, value);
  // Exactly as long as needed: most contexts are written once and then kept for the life of a task.
  storage._flat = flat.length === 0 ? [key, value] : [...flat, key, value];
  storage._owned = true;
  return MISSING;
}

/** Takes the value of `key` away, if it has one. */
export function remove<K extends TrieKey>(storage: Storage<K>, key: K): void {
  const trie = storage._trie;
  if (trie !== null) {
    if (trie.find(key) !== null) storage._trie = trie.without(key);
    return;
  }
  const flat = storage._flat;
  for (let index = 0; index < flat.length; index += 2) {
    if (flat[index] !== key) continue;
    // The only one, as often: nothing is moved, and nobody's array is touched.
    if (flat.length === 2) storage._flat = NOTHING;
    else ownFlat(storage).splice(index, 2);
    return;
  }
}

function ownFlat<K extends TrieKey>(storage: Storage<K>): unknown[] {
  if (!storage._owned) {
    storage._flat = storage._flat.slice();
    storage._owned = true;
  }
  return storage._flat;
}

function replaceInTrie<K extends TrieKey>(storage: Storage<K>, trie: Branch<K>, key: K, value: unknown): unknown {
  const old = trie.find(key);
  storage._trie = trie.insert(key, value);
  return old === null ? MISSING : old.value;
}

function moveToTrie<K extends TrieKey>(storage: Storage<K>): Branch<K> {
  let trie: Branch<K> = EMPTY_BRANCH;
  const flat = storage._flat;
  for (let index = 0; index < flat.length; index += 2) trie = trie.insert(flat[index] as K, flat[index + 1]);
  storage._flat = NOTHING;
  storage._owned = false;
  return trie;
}
