// A runner makes its loop when it is first needed, and closes it as it is left.
import * as asyncio from 'asyncio-ts';
import type { NewLoop, Trace } from '../../scenario';

export const program = async (trace: Trace, newLoop: NewLoop) => {
  const made: asyncio.BaseEventLoop[] = [];

  const factory = (): asyncio.BaseEventLoop => {
    const loop = newLoop();
    made.push(loop);
    return loop;
  };

  const work = asyncio.coroutine(async () => asyncio.get_running_loop().get_debug());

  const runner = new asyncio.Runner({ loop_factory: factory, debug: true });
  runner.__enter__();
  trace('entered', made.length);
  trace('debug', await runner.run(work()), made.length);
  trace('loop', runner.get_loop() === made[0], made[0]!.is_closed());
  await runner.__exit__(null, null, null);
  trace('left', made[0]!.is_closed());
  const unused = new asyncio.Runner({ loop_factory: factory });
  await unused.close();
  trace('unused', made.length);
  for (const keywords of [{ unknown: 1 }, { loop_factory: 42 }]) {
    try {
      new asyncio.Runner(keywords as never).get_loop();
    } catch (error) {
      trace('refused', error);
    }
  }
};
