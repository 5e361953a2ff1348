// A future of one's own class is awaited as any other, and sees who waits and how it ends.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

class Watched extends asyncio.Future<number> {
  readonly trace: Trace;

  constructor(trace: Trace, loop: asyncio.AbstractEventLoop) {
    super({ loop });
    this.trace = trace;
  }

  override add_done_callback(callback: asyncio.DoneCallback<number>, options?: asyncio.ContextKeyword): void {
    this.trace('is awaited');
    super.add_done_callback(callback, options);
  }

  override set_result(result: number): void {
    this.trace('gets', result);
    super.set_result(result * 2);
  }

  override cancel(msg?: unknown): boolean {
    const message = (msg as { msg?: unknown } | undefined)?.msg ?? null;
    this.trace('is cancelled', message);
    return super.cancel(message);
  }
}

export const main = asyncio.coroutine(async (trace: Trace) => {
  const loop = asyncio.get_running_loop();

  const waits = asyncio.coroutine(async (future: asyncio.Future<number>) => await future);

  const good = new Watched(trace, loop);
  loop.call_later(0.5, () => {
    good.set_result(21);
  });
  trace('result', await good);
  const gone = new Watched(trace, loop);
  const task = asyncio.create_task(waits(gone));
  await asyncio.sleep(0.25);
  task.cancel('enough');
  try {
    await task;
  } catch (error) {
    trace('cancelled', error, gone.cancelled());
  }
  trace('kinds', asyncio.isfuture(good), gone instanceof asyncio.Future, good);
});
