// The message of a cancelled future is handed to each who asks.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const loop = asyncio.get_running_loop();

  const ask = (question: () => unknown): unknown => {
    try {
      return question();
    } catch (error) {
      return error;
    }
  };

  for (const message of [[], ['text'], [42], [null]]) {
    const future = loop.create_future();
    trace('cancel', future.cancel(...message));
    trace(
      'errors',
      ask(() => future.result()),
      ask(() => future.exception()),
      ask(() => future.result()),
    );
    try {
      await future;
    } catch (error) {
      trace('awaited', error, (error as asyncio.CancelledError).args);
    }
  }
});
