/** Futures of `concurrent.futures`; texts and states are those of CPython. */
import { Error as FuturesError, CancelledError, Future, InvalidStateError } from 'asyncio-ts/concurrent';
import * as asyncio from 'asyncio-ts';
import { logger } from '#asyncio/concurrent/future';
import { outcome } from '../support/outcomes';

const masked = (value: unknown): string => asyncio.repr(value).replace(/0x[0-9a-f]+/, '0x…');
const rejection = async (promise: Promise<unknown>): Promise<string> => {
  try {
    return `returned ${asyncio.repr(await promise)}`;
  } catch (error) {
    return asyncio.repr(error);
  }
};
/** What is logged while something is done. */
function logged(action: () => void): string[] {
  const records: string[] = [];
  const handler: asyncio.LogHandler = {
    handle: ({ levelname, message, exc_info }) => records.push(`${levelname}: ${message} ${asyncio.repr(exc_info)}`),
  };
  logger.addHandler(handler);
  try {
    action();
  } finally {
    logger.removeHandler(handler);
  }
  return records.map((record) => record.replace(/0x[0-9a-f]+/, '0x…'));
}

describe('a future', () => {
  test('is pending, runs and finishes', async () => {
    const future = new Future<number>();
    expect([masked(future), future.done(), future.running()]).toEqual(['<Future at 0x… state=pending>', false, false]);
    expect(future.set_running_or_notify_cancel()).toBe(true);
    expect([masked(future), future.done(), future.running()]).toEqual(['<Future at 0x… state=running>', false, true]);
    expect(future.cancel()).toBe(false);
    future.set_result(5);
    expect(masked(future)).toBe('<Future at 0x… state=finished returned int>');
    expect([future.done(), future.running(), future.cancelled(), future.cancel()]).toEqual([true, false, false, false]);
    expect([await future.result(), await future.exception()]).toEqual([5, null]);
  });

  test('fails', async () => {
    const future = new Future();
    const error = new asyncio.ValueError('text');
    future.set_exception(error);
    expect(masked(future)).toBe('<Future at 0x… state=finished raised ValueError>');
    expect(await rejection(future.result())).toBe("ValueError('text')");
    expect(await future.exception()).toBe(error);
  });

  test('is cancelled in two stages', async () => {
    const future = new Future();
    expect([future.cancel(), future.cancel()]).toEqual([true, true]);
    expect([masked(future), future.cancelled(), future.done()]).toEqual([
      '<Future at 0x… state=cancelled>',
      true,
      true,
    ]);
    expect(future.set_running_or_notify_cancel()).toBe(false);
    expect([future.cancel(), masked(future)]).toEqual([true, '<Future at 0x… state=cancelled>']);
    expect(await rejection(future.result())).toBe('CancelledError()');
    expect(await rejection(future.exception(0))).toBe('CancelledError()');
    const error: unknown = await future.result().catch((reason: unknown) => reason);
    expect([
      error instanceof CancelledError,
      error instanceof FuturesError,
      error instanceof asyncio.Exception,
    ]).toEqual([true, true, true]);
    expect(error).not.toBeInstanceOf(asyncio.CancelledError);
  });

  test('ends once', () => {
    const future = new Future<number>();
    future.set_result(1);
    const states = [() => future.set_result(2), () => future.set_exception(new asyncio.ValueError())].map(outcome);
    expect(states.map((text) => text.replace(/0x[0-9a-f]+/, '0x…'))).toEqual([
      'InvalidStateError: FINISHED: <Future at 0x… state=finished returned int>',
      'InvalidStateError: FINISHED: <Future at 0x… state=finished returned int>',
    ]);
    const cancelled = new Future();
    cancelled.cancel();
    expect(() => cancelled.set_result(1)).toThrow(InvalidStateError);
    expect(outcome(() => cancelled.set_result(1))).toMatch(/^InvalidStateError: CANCELLED: /);
    expect(cancelled.set_running_or_notify_cancel()).toBe(false);
    expect(outcome(() => cancelled.set_result(1))).toMatch(/^InvalidStateError: CANCELLED_AND_NOTIFIED: /);
  });

  test('begins once', () => {
    const future = new Future();
    future.set_running_or_notify_cancel();
    const seen: string[] = [];
    const records = logged(() => seen.push(outcome(() => future.set_running_or_notify_cancel())));
    expect(seen).toEqual(['RuntimeError: Future in unexpected state']);
    expect(records).toEqual(['CRITICAL: Future 0x… in unexpected state: RUNNING None']);
  });

  test('is waited for, up to a limit', async () => {
    const future = new Future<string>();
    expect(await rejection(future.result(0.001))).toBe('TimeoutError()');
    expect(await rejection(future.exception({ timeout: 0 }))).toBe('TimeoutError()');
    const waiting = [future.result(), future.result({ timeout: 10 }), future.exception(null)];
    future.set_result('set');
    expect(await Promise.all(waiting)).toEqual(['set', 'set', null]);
    const cancelled = new Future();
    const both = [rejection(cancelled.result()), rejection(cancelled.exception(10))];
    cancelled.cancel();
    expect(await Promise.all(both)).toEqual(['CancelledError()', 'CancelledError()']);
  });

  test('calls back in order, at once if it is over, and logs what fails', () => {
    const calls: string[] = [];
    const future = new Future<number>();
    const records = logged(() => {
      future.add_done_callback((done) => calls.push(`first ${String(done === future)}`));
      future.add_done_callback(() => {
        throw new asyncio.ValueError('callback');
      });
      future.add_done_callback(() => calls.push('third'));
      future.set_result(1);
      future.add_done_callback(() => calls.push('late'));
      future.add_done_callback(() => {
        throw new asyncio.KeyError('late');
      });
    });
    expect(calls).toEqual(['first true', 'third', 'late']);
    expect(records).toEqual([
      "ERROR: exception calling callback for <Future at 0x… state=finished returned int> ValueError('callback')",
      "ERROR: exception calling callback for <Future at 0x… state=finished returned int> KeyError('late')",
    ]);
    const fatal = new Future();
    fatal.add_done_callback(() => {
      throw new asyncio.KeyboardInterrupt();
    });
    expect(() => fatal.cancel()).toThrow(asyncio.KeyboardInterrupt);
  });

  test('refuses wrong arguments as Python does', async () => {
    const future = new Future() as unknown as Record<string, (...args: unknown[]) => unknown>;
    expect(outcome(() => future.set_result!())).toBe(
      "TypeError: Future.set_result() missing 1 required positional argument: 'result'",
    );
    expect(outcome(() => future.add_done_callback!())).toBe(
      "TypeError: Future.add_done_callback() missing 1 required positional argument: 'fn'",
    );
    expect(await rejection(future.result!({ time: 1 }) as Promise<unknown>)).toMatch(
      /unexpected keyword argument 'time'/,
    );
  });
});
