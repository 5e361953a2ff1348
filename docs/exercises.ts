/** What a `check.ts` of an exercise is given, and what it answers. The page and the tests both run them. */

/** A program of a reader that has come to its end. */
export interface Finished {
  /** The lines that it printed. */
  readonly output: readonly string[];
  /** The lines of errors and warnings: what nobody caught, and what the loop reported. */
  readonly errors: readonly string[];
  /** How long it took by the clock of the loop. */
  readonly seconds: number;
  /** Its text. */
  readonly source: string;
}

/** A sentence for the reader. */
export interface Said {
  readonly en: string;
  readonly zh: string;
}
