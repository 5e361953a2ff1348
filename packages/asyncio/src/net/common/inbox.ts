/**
 * What a stream has brought and its protocol hasn't got yet.
 *
 * The platform reads on in its own time, while the protocol gets one piece per iteration of a loop that may be busy. So
 * who reads slowly isn't always one who asks for a pause, and without a bound everything would be here in the end.
 */
import { Ring } from '../../builtins/ring.js';
import type { ByteStream } from '../../host/network.js';

/** With so many bytes the stream rests: CPython reads as much at once. */
const FULL = 256 * 1024;

/** With so few it goes on. */
const ROOM = FULL / 4;

export class Inbox {
  #stream: ByteStream;
  readonly #chunks = new Ring<Uint8Array>();
  #size = 0;
  /** Somebody wants to read. */
  #isOpen = false;
  #isFull = false;

  constructor(stream: ByteStream) {
    this.#stream = stream;
  }

  get isEmpty(): boolean {
    return this.#chunks.length === 0;
  }

  /** Lets the stream read, unless there is much already. */
  open(): void {
    this.#isOpen = true;
    if (!this.#isFull) this.#stream.resume();
  }

  /** Stops the reading. What was read already may still come. */
  shut(): void {
    this.#isOpen = false;
    this.#stream.pause();
  }

  push(chunk: Uint8Array): void {
    this.#chunks.push(chunk);
    this.#size += chunk.length;
    if (this.#isFull || this.#size < FULL) return;
    this.#isFull = true;
    this.#stream.pause();
  }

  /** Takes the oldest piece out; `undefined` if there is none. */
  shift(): Uint8Array | undefined {
    const chunk = this.#chunks.shift();
    if (chunk === undefined) return undefined;
    this.#size -= chunk.length;
    if (this.#isFull && this.#size <= ROOM) {
      this.#isFull = false;
      if (this.#isOpen) this.#stream.resume();
    }
    return chunk;
  }

  /** Stops the reading for good, and forgets what is there. */
  discard(): void {
    this.shut();
    this.#empty();
  }

  /** Goes on with another stream, which begins with what is there. */
  replaceStream(replacement: (stream: ByteStream, unread: readonly Uint8Array[]) => ByteStream): ByteStream {
    const unread = [...this.#chunks];
    this.#empty();
    this.#stream = replacement(this.#stream, unread);
    return this.#stream;
  }

  #empty(): void {
    this.#chunks.clear();
    this.#size = 0;
    this.#isFull = false;
  }
}
