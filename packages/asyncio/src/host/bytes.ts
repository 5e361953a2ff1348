/** Memory for bytes: on Node a `Buffer`, as whoever gets bytes there expects. */

let make = (length: number): Uint8Array => new Uint8Array(length);

/** Sets what makes arrays of bytes; their contents may be anything. */
export function setAllocate(allocator: (length: number) => Uint8Array): void {
  make = allocator;
}

/** An array of bytes whose contents are to be overwritten. */
export function allocate(length: number): Uint8Array {
  return make(length);
}
