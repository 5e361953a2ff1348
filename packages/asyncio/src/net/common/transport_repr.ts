/** How the transports of the system show themselves, as Python has it. */

interface Shown {
  readonly isClosed: boolean;
  readonly isClosing: boolean;
  readonly fileno: number;
}

/** Its class, how far its end has come, its descriptor, and what is its own. */
export function transportRepr(
  transport: object,
  { isClosed, isClosing, fileno }: Shown,
  more: readonly string[],
): string {
  const parts = [transport.constructor.name];
  if (isClosed) parts.push('closed');
  else if (isClosing) parts.push('closing');
  parts.push(`fd=${String(fileno)}`, ...more);
  return `<${parts.join(' ')}>`;
}

/** What it says of both its directions, while it isn't closed. */
export function directionsOf(transport: { is_reading(): boolean; get_write_buffer_size(): number }): string[] {
  const size = transport.get_write_buffer_size();
  return [
    `read=${transport.is_reading() ? 'polling' : 'idle'}`,
    `write=<${size > 0 ? 'polling' : 'idle'}, bufsize=${String(size)}>`,
  ];
}
