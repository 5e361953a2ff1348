/** What the programs under `scenarios/` are made of. */
import type * as asyncio from 'asyncio-ts';

/** Writes a line: the virtual time, the label as it is, the values by `repr`. */
export type Trace = (...values: unknown[]) => void;

/** Makes a loop on virtual time, in the mode (debug or not) in which the scenario runs. */
export type NewLoop = () => asyncio.BaseEventLoop;

/** A coroutine function of no arguments. */
type Thunk = () => asyncio.Coroutine<unknown>;

/** Makes the parts of a program that is cancelled at every turn. */
export type Setup = (trace: Trace) => readonly [victim: Thunk, others: Thunk, afterwards: Thunk];

/** A scenario exports one of these. */
export interface Scenario {
  /** Run by `asyncio.run`. */
  readonly main?: (trace: Trace) => asyncio.Coroutine<unknown>;
  /** Run as it stands, outside of any loop. */
  readonly program?: (trace: Trace, newLoop: NewLoop, interrupt: () => void) => unknown;
  /**
   * Run once for every turn of the loop: `victim` and `others` begin together, the victim is cancelled at the end of the
   * turn, and when both are over, `afterwards` shows that everything still works.
   */
  readonly setup?: Setup;
}
