/**
 * Opens a gate. There is `a | b`, \<b\>bold\</b\> and \{\{ braces \}\}, and {@link Gate.close} ends it.
 *
 * @remarks
 *
 * **Python.** `asyncio.open`. Since 3.11.
 *
 * **Cancellation.** Nothing is lost.
 *
 * @param name - Whose gate: `A | B`.
 *
 * @returns The {@link Gate}.
 *
 * @example
 * ```ts real-time
 * open_gate('a'); // => null
 * ```
 *
 * @throws ValueError if there is none.
 *
 * @public
 */
export declare function open_gate<T extends Map<string, number>>(name: string | null, options?: GateOptions): Gate<T>;
/** @public */
export declare function open_gate(options: GateOptions & { readonly name: string }): Gate<Map<string, number>>;

/** The keywords of {@link open_gate}. @public */
export interface GateOptions {
  /** How wide: `1 | 2`. */
  readonly width?: 1 | 2;
}

/** A wrong value. @public */
export declare class ValueError extends Error {}

/** What opens. @public */
export declare class Base {
  /** Opens it. */
  open(): void;
  /** Who is there. */
  get visitor(): string;
}

/** A gate. @public */
export declare class Gate<T = unknown> extends Base {
  /** @param width - How wide. */
  constructor(width: number);
  /**
   * Closes it.
   *
   * @returns How often.
   *
   * @throws {@link ValueError} if it is closed.
   */
  close(how?: 'slowly' | Readonly<Record<string, T>>): number;
}

/** Makes a gate. @public */
export declare function gate(): Gate;

/** How many gates there are. @public */
export declare const LIMIT = 3;
