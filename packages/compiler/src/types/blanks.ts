/** A text in which parts become blank: nothing moves, so that every line and column stays what it is. */

interface Blank {
  readonly start: number;
  readonly end: number;
  /** What stands at its begin. */
  readonly first: string;
}

/** Collects the parts of a text that are to become blank. */
export class Blanks {
  readonly #source: string;
  readonly #parts: Blank[] = [];

  constructor(source: string) {
    this.#source = source;
  }

  /** Makes a part blank; `first`, one character, takes the place of its first one. */
  add(start: number, end: number, first = ''): void {
    if (start < end) this.#parts.push({ start, end, first });
  }

  /** Puts a character where a part has become blank. */
  put(position: number, character: string): void {
    this.#parts.push({ start: position, end: position + 1, first: character });
  }

  /** The text with its blanks. Parts may lie in one another; of two characters at one place the later one counts. */
  toString(): string {
    const units = this.#source.split('');
    for (const { start, end } of this.#parts) {
      for (let position = start; position < end; position++) {
        if (!/[\n\r\u2028\u2029]/.test(units[position] ?? '')) units[position] = ' ';
      }
    }
    for (const { start, first } of this.#parts) if (first !== '') units[start] = first;
    return units.join('');
  }
}
