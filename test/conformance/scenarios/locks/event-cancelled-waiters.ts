// Cancelled waiters leave the line, before the event is set and in the turn in which it is.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const event = new asyncio.Event();
  const state = (): string => asyncio.repr(event).split('[')[1]!;

  const wait = asyncio.coroutine(async function wait(name: string) {
    try {
      return `${name} ${asyncio.repr(await event.wait())}`;
    } catch (error) {
      trace(name, error, state());
      throw error;
    }
  });

  const tasks = [...'abcd'].map((name) => asyncio.create_task(wait(name)));
  await asyncio.sleep(1);
  tasks[1]!.cancel('before');
  trace('cancelled', state());
  await asyncio.sleep(0);
  trace('left', state());
  event.set();
  tasks[2]!.cancel('too late for the event');
  const results = await asyncio.gather(...tasks, { return_exceptions: true });
  trace('ended', results);
});
