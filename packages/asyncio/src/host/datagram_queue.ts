/**
 * Datagrams that come while nobody asks for them. As the system does, it keeps a few, and drops those that are too
 * many.
 */
import { Ring } from '../builtins/ring.js';
import type { InternetEndpoint } from './network.js';

/** How many bytes Linux keeps by default. */
const LIMIT = 212_992;

/** What Linux counts for a datagram besides its bytes, roughly. */
const OVERHEAD = 256;

/** A datagram, and from where it comes. */
export interface Datagram {
  readonly data: Uint8Array;
  readonly from: InternetEndpoint;
}

export class DatagramQueue {
  readonly #datagrams = new Ring<Datagram>();
  #size = 0;

  get length(): number {
    return this.#datagrams.length;
  }

  push(data: Uint8Array, from: InternetEndpoint): void {
    if (this.#size > LIMIT) return;
    this.#size += data.length + OVERHEAD;
    this.#datagrams.push({ data, from });
  }

  shift(): Datagram | undefined {
    const datagram = this.#datagrams.shift();
    if (datagram !== undefined) this.#size -= datagram.data.length + OVERHEAD;
    return datagram;
  }

  clear(): void {
    this.#datagrams.clear();
    this.#size = 0;
  }
}
