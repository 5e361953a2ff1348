/** Bytes for a protocol that brings its own memory. */
import { RuntimeError } from '../../builtins/exceptions.js';
import type { BufferedProtocol } from '../../core/contract/protocols.js';

/** Puts bytes into the memory that the protocol gives, in as many parts as it takes, as long as it `goesOn`. */
export function fill(protocol: BufferedProtocol, chunk: Uint8Array, sizehint: number, goesOn: () => boolean): void {
  for (let at = 0; at < chunk.length && goesOn();) {
    const buffer = protocol.get_buffer(sizehint);
    if (buffer.length === 0) throw new RuntimeError('get_buffer() returned an empty buffer');
    const part = chunk.subarray(at, at + buffer.length);
    buffer.set(part);
    at += part.length;
    protocol.buffer_updated(part.length);
  }
}
