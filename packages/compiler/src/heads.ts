/** What is written at the beginning of a block. */

/** Collects it. */
export class Head {
  /** Variables for computed keys. */
  readonly #variables: string[] = [];
  readonly #declarations: string[] = [];
  /** What opens the `try` of the block's resources. */
  readonly #opening: string;

  constructor(opening = '') {
    this.#opening = opening;
  }

  /** Declares a variable. */
  declare(variable: string): void {
    this.#variables.push(variable);
  }

  /**
   * Adds a call that gives a declared function its kind. Of two functions of one name the later one counts: it comes
   * first, and the call for the other one has no effect.
   */
  mark(call: string): void {
    this.#declarations.unshift(`${call};`);
  }

  /** The text. */
  toString(): string {
    const variables = this.#variables.length === 0 ? '' : `let ${this.#variables.join(', ')};`;
    return [variables, this.#opening, ...this.#declarations].filter((part) => part !== '').join(' ');
  }
}
