/** What a loop holds of the operating system's, and lets go when it is closed. */
export interface Resource {
  /** The loop is closed. */
  _release(): void;
}
