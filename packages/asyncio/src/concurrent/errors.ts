/** The errors of `concurrent.futures`. They are not asyncio's of the same names. */
import { Exception, RuntimeError } from '../builtins/exceptions.js';

/** The base of the errors of futures. @public */
export class FuturesError extends Exception {}
Object.defineProperty(FuturesError, 'name', { value: 'Error' });

/** The future was cancelled. An ordinary `Exception`, unlike `asyncio.CancelledError`. @public */
export class CancelledError extends FuturesError {}

/** The future can't do that in the state that it is in. @public */
export class InvalidStateError extends FuturesError {}

/** An executor that can't go on after a failure. @public */
export class BrokenExecutor extends RuntimeError {}
