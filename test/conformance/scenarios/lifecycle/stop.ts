// stop ends run_forever after the current iteration; the next run goes on from there.
import type { NewLoop, Trace } from '../../scenario';

export const program = async (trace: Trace, newLoop: NewLoop) => {
  const loop = newLoop();

  const stop = (): void => {
    trace('stop');
    loop.stop();
    loop.call_soon(trace, 'scheduled after stop');
  };

  loop.call_soon(trace, 'before');
  loop.call_soon(stop);
  loop.call_soon(trace, 'still in this iteration');
  loop.call_later(0.5, trace, 'a timer');
  loop.call_later(0.75, () => loop.stop());
  loop.call_later(1, trace, 'never');
  trace('runs', loop.is_running());
  await loop.run_forever();
  trace('stopped', loop.is_running());
  await loop.run_forever();
  trace('stopped again');
  loop.stop();
  loop.call_soon(trace, 'one iteration');
  await loop.run_forever();
  trace('stopped at once');
  loop.close();
};
