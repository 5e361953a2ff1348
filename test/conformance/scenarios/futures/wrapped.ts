// A future of another kind is wrapped: its outcome is passed on, and a cancellation is passed back.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const { Future } = asyncio.concurrent;
  const loop = asyncio.get_running_loop();
  const good = new Future<string>();
  const bad = new Future<string>();
  const gone = new Future<string>();
  const kept = new Future<string>();
  const wrapped = [good, bad, gone, kept].map((future) => asyncio.wrap_future(future));
  loop.call_later(0.25, () => {
    good.set_result('good');
  });
  loop.call_later(0.5, () => {
    bad.set_exception(new asyncio.ValueError('bad'));
  });
  loop.call_later(0.75, () => gone.cancel());
  for (const future of wrapped.slice(0, 3)) {
    try {
      trace('result', await future);
    } catch (error) {
      trace('raised', error, future.cancelled());
    }
  }
  trace('cancel', wrapped[3]!.cancel(), kept.cancelled());
  await asyncio.sleep(0);
  trace('passed back', kept.cancelled());
  const running = new Future<string>();
  running.set_running_or_notify_cancel();
  const late = asyncio.wrap_future(running);
  late.cancel();
  await asyncio.sleep(0);
  trace('running', running.cancelled(), late.cancelled());
  running.set_result('nobody waits');
  await asyncio.sleep(0);
  trace('end', late.cancelled());
});
