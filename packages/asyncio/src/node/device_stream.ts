/** A device to which bytes are written, such as `/dev/null`. Nobody can wait for it, so it is written to at once. */
import type * as Fs from 'node:fs';
import nodeProcess from 'node:process';

import type { ByteStream, StreamListener } from '../host/network.js';

const fs = (): typeof Fs => nodeProcess.getBuiltinModule('node:fs');

export class DeviceStream implements ByteStream {
  listener: StreamListener | null = null;
  readonly pending: number = 0;
  readonly local: null = null;
  readonly remote: null = null;
  readonly #onClose: () => void;
  #fileno: number;
  #error: Error | null = null;

  constructor(fileno: number, onClose: () => void) {
    this.#fileno = fileno;
    this.#onClose = onClose;
  }

  get fileno(): number {
    return this.#fileno;
  }

  set(): boolean {
    return false;
  }

  get(): null {
    return null;
  }

  resume(): void {
    // Nothing is read.
  }

  pause(): void {
    // Nothing is read.
  }

  unread(): void {
    // Nothing is read.
  }

  write(chunk: Uint8Array): false {
    if (this.#fileno < 0) return false;
    try {
      for (let at = 0; at < chunk.length;) at += fs().writeSync(this.#fileno, chunk, at);
    } catch (error) {
      this.#error = error as Error;
      this.destroy();
    }
    return false;
  }

  end(): void {
    this.destroy();
  }

  destroy(): void {
    if (this.#fileno < 0) return;
    // The standard streams stay open, as Node has it.
    if (this.#fileno > 2) fs().closeSync(this.#fileno);
    this.#fileno = -1;
    nodeProcess.nextTick(() => {
      this.#onClose();
      this.listener?.closed(this.#error);
    });
  }
}
