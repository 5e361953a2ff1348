// A cancellation reaches a manager as it is entered, in the body and as it is left.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

class Manager {
  readonly trace: Trace;
  readonly enters: number;
  readonly leaves: number;

  constructor(trace: Trace, enters: number, leaves: number) {
    this.trace = trace;
    this.enters = enters;
    this.leaves = leaves;
  }

  @asyncio.coroutine
  async __aenter__(): Promise<void> {
    await asyncio.sleep(this.enters);
    this.trace('entered');
  }

  @asyncio.coroutine
  async __aexit__(_kind: unknown, error: unknown): Promise<void> {
    this.trace('leaves', error);
    try {
      await asyncio.sleep(this.leaves);
    } catch (interruption) {
      this.trace('interrupted', interruption);
      throw interruption;
    }
  }
}

export const main = asyncio.coroutine(async (trace: Trace) => {
  const work = asyncio.coroutine(async (enters: number, body: number, leaves: number) => {
    await asyncio.async_with(new Manager(trace, enters, leaves), async () => {
      await asyncio.sleep(body);
      trace('body ends');
    });
  });

  for (const [enters, body, leaves] of [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
    [0, 1, 1],
  ] as const) {
    const task = asyncio.create_task(work(enters, body, leaves));
    for (const message of ['first', 'second']) {
      await asyncio.sleep(0.25);
      trace('cancel', task.cancel(message));
    }
    await asyncio.wait([task]);
    trace('cancelled', task.cancelled(), task.cancelling());
  }
});
