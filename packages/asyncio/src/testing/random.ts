/** Numbers that look random, and are the same for the same seed. */
import { TypeError, ValueError } from '../builtins/exceptions.js';
import { repr } from '../builtins/repr.js';

/** Refuses what can't be a seed. */
export function checkSeed(seed: unknown): void {
  if (!Number.isInteger(seed)) throw new TypeError(`a seed must be an integer, not ${repr(seed)}`);
  if ((seed as number) < 0 || (seed as number) >= 2 ** 32) {
    throw new ValueError(`a seed must be between 0 and 2**32 - 1, not ${repr(seed)}`);
  }
}

/** Makes a source of numbers from 0 up to, but not including, 1: Steele, Lea and Flood's SplitMix, on 32 bits. */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
  };
}
