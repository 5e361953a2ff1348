/** What the programs under `scenarios/` are made of. */
import type * as asyncio from 'asyncio-ts';

/** Writes a line: the virtual time, the label as it is, the values by `repr`. */
export type Trace = (...values: unknown[]) => void;

/** Makes a loop on virtual time, in the mode (debug or not) in which the scenario runs. */
export type NewLoop = () => asyncio.BaseEventLoop;

/** A scenario exports one of these. */
export interface Scenario {
  /** Run by `asyncio.run`. */
  readonly main?: (trace: Trace) => asyncio.Coroutine<unknown>;
  /** Run as it stands, outside of any loop. */
  readonly program?: (trace: Trace, newLoop: NewLoop, interrupt: () => void) => unknown;
}
