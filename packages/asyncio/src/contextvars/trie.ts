/**
 * A persistent map from context variables to values, for contexts with many of them: looking up, setting and removing
 * cost a few steps whatever the size, a changed map shares all but the changed path with the old one, and so a copy
 * is a pointer.
 *
 * It is a trie on the number of the variable, 32 ways per level, low digits first; each branch has only the children
 * it needs, and a bitmap that says which. Numbers are unique, so there are no collisions. The idea is that of Bagwell's
 * hash array mapped tries, which CPython uses for the same purpose (`hamt.c`).
 *
 *     bitmap  ...00100110      children [for digit 1, for digit 2, for digit 5]
 */

/** A key: a number in two parts, the low 30 bits and the rest, since bit operations end at 32. @internal */
export interface TrieKey {
  readonly _low: number;
  readonly _high: number;
}

const DIGIT_BITS = 5;
const DIGIT_MASK = 31;
/** Digits in `_low`. */
const LOW_DIGITS = 6;

/** An entry. @internal */
export class Leaf<K extends TrieKey> {
  constructor(
    readonly key: K,
    readonly value: unknown,
  ) {}
}

/** A node with children; the root of a map is one, whatever is in it. @internal */
export class Branch<K extends TrieKey> {
  constructor(
    readonly bitmap: number,
    readonly children: readonly (Branch<K> | Leaf<K>)[],
  ) {}

  /** The entry of `key`, or null. */
  find(key: K, depth = 0): Leaf<K> | null {
    const bit = 1 << digit(key, depth);
    if ((this.bitmap & bit) === 0) return null;
    const child = this.children[countBits(this.bitmap & (bit - 1))] as Branch<K> | Leaf<K>;
    if (child instanceof Branch) return child.find(key, depth + 1);
    return child.key === key ? child : null;
  }

  /** The map with `key` set to `value`. */
  insert(key: K, value: unknown, depth = 0): Branch<K> {
    const bit = 1 << digit(key, depth);
    const index = countBits(this.bitmap & (bit - 1));
    if ((this.bitmap & bit) === 0) {
      return new Branch(this.bitmap | bit, this.children.toSpliced(index, 0, new Leaf(key, value)));
    }
    const child = this.children[index] as Branch<K> | Leaf<K>;
    let replacement: Branch<K> | Leaf<K>;
    if (child instanceof Branch) {
      replacement = child.insert(key, value, depth + 1);
    } else if (child.key === key) {
      replacement = new Leaf(key, value);
    } else {
      const lower = new Branch<K>(1 << digit(child.key, depth + 1), [child]);
      replacement = lower.insert(key, value, depth + 1);
    }
    return new Branch(this.bitmap, this.children.with(index, replacement));
  }

  /** The map without `key`, which must be in it. */
  without(key: K): Branch<K> {
    const rest = withoutBelow(this, key, 0);
    // A root stays a branch, also when a single entry is left.
    return rest instanceof Leaf ? new Branch<K>(1 << digit(rest.key, 0), [rest]) : (rest ?? EMPTY_BRANCH);
  }

  /** Every entry, in an order that depends on the keys only. */
  *entries(): Generator<Leaf<K>, void, undefined> {
    for (const child of this.children) {
      if (child instanceof Leaf) yield child;
      else yield* child.entries();
    }
  }
}

/** The branch of an empty map. @internal */
export const EMPTY_BRANCH: Branch<never> = new Branch<never>(0, []);

function withoutBelow<K extends TrieKey>(node: Branch<K>, key: K, depth: number): Branch<K> | Leaf<K> | null {
  const bit = 1 << digit(key, depth);
  const index = countBits(node.bitmap & (bit - 1));
  const child = node.children[index] as Branch<K> | Leaf<K>;
  const rest = child instanceof Leaf ? null : withoutBelow(child, key, depth + 1);
  if (rest === null) {
    if (node.children.length === 1) return null;
    return collapse(new Branch(node.bitmap & ~bit, node.children.toSpliced(index, 1)));
  }
  return collapse(new Branch(node.bitmap, node.children.with(index, rest)));
}

/** An entry that is alone in its branch moves up, so that removing leaves no empty paths behind. */
function collapse<K extends TrieKey>(branch: Branch<K>): Branch<K> | Leaf<K> {
  const only = branch.children[0];
  return branch.children.length === 1 && only instanceof Leaf ? only : branch;
}

function digit(key: TrieKey, depth: number): number {
  return depth < LOW_DIGITS
    ? (key._low >>> (depth * DIGIT_BITS)) & DIGIT_MASK
    : (key._high >>> ((depth - LOW_DIGITS) * DIGIT_BITS)) & DIGIT_MASK;
}

/** The number of bits set in a 32-bit integer. */
function countBits(bits: number): number {
  let sum = bits - ((bits >>> 1) & 0x55555555);
  sum = (sum & 0x33333333) + ((sum >>> 2) & 0x33333333);
  return Math.imul((sum + (sum >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
