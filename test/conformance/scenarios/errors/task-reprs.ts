// A task's repr shows its state, its coroutine and what it waits for.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async function main(trace: Trace) {
  const loop = asyncio.get_running_loop();

  const work = asyncio.coroutine(async function work(what: string): Promise<unknown> {
    if (what === 'result') return ['result'];
    if (what === 'exception') throw new asyncio.ValueError('bad');
    if (what === 'future') return await loop.create_future();
    await asyncio.sleep(5);
    return null;
  });

  const make = (what: string): asyncio.Task<unknown> => asyncio.create_task(work(what), { name: what });
  const tasks = { result: make('result'), exception: make('exception'), future: make('future'), sleep: make('sleep') };
  trace('made', tasks.sleep);
  await asyncio.sleep(0);
  for (const task of Object.values(tasks)) trace('running', task);
  tasks.sleep.cancel('message');
  trace('cancelling', tasks.sleep);
  await asyncio.sleep(0);
  trace('cancelled', tasks.sleep);
  const unbegun = asyncio.create_task(work('result'), { name: 'unbegun' });
  unbegun.cancel();
  trace('unbegun', unbegun);

  const waits = asyncio.coroutine(async function waits() {
    await tasks.future;
  });

  const waiting = asyncio.create_task(waits(), { name: 'waiting' });
  await asyncio.sleep(0);
  trace('waiting', waiting);
  trace('awaited', tasks.future);
  trace('itself', asyncio.current_task());
  const both = asyncio.gather(tasks.future, waiting);
  trace('gather', both);
  trace('gathered', waiting);
  trace('exception', tasks.exception.exception());
  both.cancel();
  try {
    await both;
  } catch {
    trace('gather', both);
  }
});
