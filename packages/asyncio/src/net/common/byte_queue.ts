/** Bytes that come in pieces and are taken in others. Pieces are copied only where they have to be joined. */
import { allocate } from '../../host/bytes.js';
import { concat } from '../../core/contract/bytes.js';

/** A small part of a piece is copied, so that it doesn't keep the whole piece alive. */
const WORTH_A_COPY = 4096;

/** So many pieces that were taken are let go at once. */
const LONG = 64;

export class ByteQueue {
  /** None of them is empty. Those before `first` have been taken. */
  #chunks: Uint8Array[] = [];
  #first = 0;
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(chunk: Uint8Array): void {
    if (chunk.length === 0) return;
    this.#chunks.push(chunk);
    this.#length += chunk.length;
  }

  clear(): void {
    this.#chunks = [];
    this.#first = 0;
    this.#length = 0;
  }

  /** Takes the first `count` bytes out, or as many as there are. */
  take(count: number): Uint8Array {
    const wanted = Math.min(count, this.#length);
    if (wanted === 0) return allocate(0);
    this.#length -= wanted;
    const first = this.#chunks[this.#first] as Uint8Array;
    if (wanted < first.length) return this.#cut(first, wanted);
    if (wanted === first.length) return this.#shift(first);
    const parts: Uint8Array[] = [];
    for (let missing = wanted; missing > 0;) {
      const chunk = this.#chunks[this.#first] as Uint8Array;
      const part = chunk.length <= missing ? this.#shift(chunk) : this.#cut(chunk, missing);
      parts.push(part);
      missing -= part.length;
    }
    return concat(parts, wanted);
  }

  /** Takes the first piece out. */
  #shift(chunk: Uint8Array): Uint8Array {
    this.#first += 1;
    if (this.#first === this.#chunks.length) {
      this.#chunks = [];
      this.#first = 0;
    } else if (this.#first >= LONG) {
      this.#chunks.splice(0, this.#first);
      this.#first = 0;
    }
    return chunk;
  }

  /** Takes the beginning of the first piece out. */
  #cut(chunk: Uint8Array, count: number): Uint8Array {
    this.#chunks[this.#first] = chunk.subarray(count);
    if (count > WORTH_A_COPY) return chunk.subarray(0, count);
    const copy = allocate(count);
    copy.set(chunk.subarray(0, count));
    return copy;
  }

  /** The place of a sequence of bytes, from a place on; -1 if it isn't there. */
  find(wanted: Uint8Array, from: number): number {
    const first = wanted[0] as number;
    let start = 0;
    for (let index = this.#first; index < this.#chunks.length; index++) {
      const chunk = this.#chunks[index] as Uint8Array;
      const end = start + chunk.length;
      for (let at = chunk.indexOf(first, Math.max(0, from - start)); at >= 0; at = chunk.indexOf(first, at + 1)) {
        if (wanted.length === 1 || this.startsWith(wanted, start + at)) return start + at;
      }
      start = end;
    }
    return -1;
  }

  /** Whether a sequence of bytes stands at a place. */
  startsWith(wanted: Uint8Array, place: number): boolean {
    if (place + wanted.length > this.#length) return false;
    let matched = 0;
    let start = 0;
    for (let index = this.#first; matched < wanted.length; index++) {
      const chunk = this.#chunks[index] as Uint8Array;
      while (matched < wanted.length && place + matched < start + chunk.length) {
        if (chunk[place + matched - start] !== wanted[matched]) return false;
        matched += 1;
      }
      start += chunk.length;
    }
    return true;
  }
}
