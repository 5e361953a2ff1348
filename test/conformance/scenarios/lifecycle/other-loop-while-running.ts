// Another loop can't be run from within a running one.
import * as asyncio from 'asyncio-ts';
import type { NewLoop, Trace } from '../../scenario';

const make: NewLoop[] = [];

const main = asyncio.coroutine(async (trace: Trace) => {
  const loop = asyncio.get_running_loop();
  const other = make[0]!();

  const work = asyncio.coroutine(async () => {
    trace('never');
  });

  const coroutine = work();
  try {
    await asyncio.await_(other.run_until_complete(coroutine));
  } catch (error) {
    trace('refused', error);
  }
  try {
    await asyncio.await_(new asyncio.Runner({ loop_factory: make[0]! }).run(coroutine));
  } catch (error) {
    trace('refused', error);
  }
  coroutine.close();
  other.close();
  trace('running', asyncio.get_running_loop() === loop);
});

export const program = async (trace: Trace, newLoop: NewLoop) => {
  make.push(newLoop);
  await asyncio.run(main(trace), { loop_factory: newLoop });
};
