// run makes a loop, runs the coroutine, gives its result or exception and closes the loop.
import * as asyncio from 'asyncio-ts';
import type { NewLoop, Trace } from '../../scenario';

export const program = async (trace: Trace, newLoop: NewLoop) => {
  const loops: asyncio.BaseEventLoop[] = [];

  const factory = (): asyncio.BaseEventLoop => {
    const loop = newLoop();
    loops.push(loop);
    return loop;
  };

  const good = asyncio.coroutine(async () => {
    const last = loops[loops.length - 1]!;
    trace('running', asyncio.get_running_loop() === last, last.is_running());
    await asyncio.sleep(0.5);
    return 'good';
  });

  const bad = asyncio.coroutine(async () => {
    await asyncio.sleep(0.25);
    throw new asyncio.ValueError('bad');
  });

  trace('result', await asyncio.run(good(), { loop_factory: factory }));
  try {
    await asyncio.run(bad(), { loop_factory: factory });
  } catch (error) {
    trace('raised', error);
  }
  trace(
    'loops',
    loops.map((loop) => loop.is_closed()),
    loops.map((loop) => loop.is_running()),
  );
};
