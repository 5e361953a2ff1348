// A closed loop refuses work.
import * as asyncio from 'asyncio-ts';
import type { NewLoop, Trace } from '../../scenario';

export const program = async (trace: Trace, newLoop: NewLoop) => {
  const loop = newLoop();
  loop.call_soon(trace, 'never');
  loop.call_later(0.5, trace, 'never');
  const future = loop.create_future();
  trace('closed', loop.is_closed());
  loop.close();
  loop.close();
  trace('closed', loop.is_closed(), loop.is_running());

  const work = asyncio.coroutine(async () => {});

  const coroutine = work();
  const attempts: Record<string, () => unknown> = {
    call_soon: () => loop.call_soon(trace, 'never'),
    call_later: () => loop.call_later(0.5, trace, 'never'),
    call_at: () => loop.call_at(0.5, trace, 'never'),
    call_soon_threadsafe: () => loop.call_soon_threadsafe(trace, 'never'),
    create_task: () => loop.create_task(coroutine),
    run_forever: () => loop.run_forever(),
    run_until_complete: () => loop.run_until_complete(future),
  };
  for (const [name, attempt] of Object.entries(attempts)) {
    try {
      await attempt();
      trace(name, 'went well');
    } catch (error) {
      trace(name, error);
    }
  }
  coroutine.close();
  trace('stop', loop.stop() ?? null);
};
