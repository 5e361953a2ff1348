// A task keeps any exception, also one that is no Exception; only KeyboardInterrupt and SystemExit go further.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

class Odd extends asyncio.BaseException {}

export const main = asyncio.coroutine(async (trace: Trace) => {
  const fails = asyncio.coroutine(async (error: Error) => {
    await asyncio.sleep(0.25);
    throw error;
  });

  const { BaseException, GeneratorExit, StopAsyncIteration, ValueError } = asyncio;
  for (const error of [
    new Odd('odd'),
    new GeneratorExit('exit'),
    new StopAsyncIteration('stop'),
    new BaseException('base'),
  ]) {
    const task = asyncio.create_task(fails(error));
    try {
      await task;
    } catch (raised) {
      trace('raised', raised, raised === error, task.done(), task.cancelled(), task.exception() === error);
    }
  }
  const results = await asyncio.gather(fails(new Odd('gathered')), fails(new ValueError('v')), {
    return_exceptions: true,
  });
  trace('gathered', results);
});
