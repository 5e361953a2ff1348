import * as asyncio from 'asyncio-ts';
import { attempt, type Trace } from './kit';

/** Calls without regard to types. */
type Any = (...args: unknown[]) => unknown;

export const main = asyncio.coroutine(function* (trace: Trace) {
  const loop = asyncio.get_running_loop();
  loop.set_exception_handler((_loop, { message, exception }) => {
    trace('report', message, exception);
  });
  const add = loop.add_signal_handler.bind(loop) as Any;
  const remove = loop.remove_signal_handler.bind(loop) as Any;
  const print = (): void => undefined;

  function* sent(sig: NodeJS.Signals): asyncio.Gen<void> {
    process.kill(process.pid, sig);
    yield* asyncio.sleep(0.02);
  }

  const coroutine = asyncio.coroutine(function* () {
    yield* asyncio.sleep(0);
  });
  attempt(trace, 'a coroutine function', () => add(15, coroutine));
  const made = coroutine();
  attempt(trace, 'a coroutine', () => add(15, made));
  made.close();
  for (const sig of ['no signal', 1.5, null, 0, 100, -1, 32, 9, 19]) {
    attempt(trace, `add ${asyncio.repr(sig)}`, () => add(sig, print));
    attempt(trace, `remove ${asyncio.repr(sig)}`, () => remove(sig));
  }
  attempt(trace, 'nothing', () => add());
  attempt(trace, 'no callback', () => add(15));
  attempt(trace, 'nothing', () => remove());
  attempt(trace, 'none to remove', () => remove(15));

  attempt(trace, 'no function', () => add(15, 5));
  yield* sent('SIGTERM');
  attempt(trace, 'add', () => loop.add_signal_handler('SIGTERM', (...args) => void trace('first', args), 1, 2));
  yield* sent('SIGTERM');

  const handler = (...args: unknown[]): void => {
    trace('second', args, asyncio.get_running_loop() === loop);
  };
  attempt(trace, 'replace', () => loop.add_signal_handler(15, handler, { a: 1 }));
  process.kill(process.pid, 'SIGTERM');
  trace('sent');
  yield* asyncio.sleep(0.02);

  loop.add_signal_handler('SIGUSR2', function failing() {
    throw new asyncio.ValueError('in a handler');
  });
  yield* sent('SIGUSR2');
  attempt(trace, 'remove', () => loop.remove_signal_handler('SIGTERM'));
  attempt(trace, 'again', () => loop.remove_signal_handler('SIGTERM'));
  const other = asyncio.new_event_loop();
  other.close();
  attempt(trace, 'closed', () => other.add_signal_handler(15, print));
  attempt(trace, 'closed', () => other.add_signal_handler(100, print));
  attempt(trace, 'closed', () => other.remove_signal_handler(15));

  loop.add_signal_handler('SIGINT', () => {
    trace('not the runner');
  });
  yield* sent('SIGINT');
  trace('cancelling', asyncio.current_task()!.cancelling());
  loop.remove_signal_handler('SIGINT');
  process.kill(process.pid, 'SIGINT');
  try {
    yield* asyncio.sleep(60);
  } catch (error) {
    trace('cancelled by the runner');
    throw error;
  }
});
