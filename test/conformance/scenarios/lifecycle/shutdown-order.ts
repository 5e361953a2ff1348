// At the end of run leftover tasks are cancelled first, then open generators are closed, then the loop.
import * as asyncio from 'asyncio-ts';
import type { NewLoop, Trace } from '../../scenario';

export const program = async (trace: Trace, newLoop: NewLoop) => {
  const loops: asyncio.BaseEventLoop[] = [];
  const kept: asyncio.AsyncGenerator<number>[] = [];

  const factory = (): asyncio.BaseEventLoop => {
    const loop = newLoop();
    loops.push(loop);
    return loop;
  };

  const numbers = asyncio.asyncgen(async function* () {
    try {
      yield 1;
    } finally {
      await asyncio.sleep(0.25);
      trace('the generator is closed', loops[0]!.is_closed());
    }
  });

  const leftover = asyncio.coroutine(async () => {
    try {
      await asyncio.sleep(5);
    } finally {
      await asyncio.sleep(0.25);
      trace('the task has cleaned up', loops[0]!.is_closed());
    }
  });

  const main = asyncio.coroutine(async () => {
    const generator = numbers();
    kept.push(generator);
    await asyncio.anext(generator);
    asyncio.create_task(leftover());
    asyncio.get_running_loop().call_soon(trace, 'a callback');
    await asyncio.sleep(0);
    trace('main ends');
  });

  await asyncio.run(main(), { loop_factory: factory });
  trace('closed', loops[0]!.is_closed(), loops[0]!.time());
};
