// KeyboardInterrupt and SystemExit in a callback or task end the run at once.
import * as asyncio from 'asyncio-ts';
import type { NewLoop, Trace } from '../../scenario';

export const program = async (trace: Trace, newLoop: NewLoop) => {
  const raises = (error: Error): void => {
    throw error;
  };

  const fails = asyncio.coroutine(async function fails(error: Error) {
    throw error;
  });

  const waits = asyncio.coroutine(async function waits() {
    await asyncio.sleep(5);
  });

  for (const error of [new asyncio.KeyboardInterrupt('stop'), new asyncio.SystemExit(3)]) {
    const loop = newLoop();
    loop.call_later(0.5, raises, error);
    loop.call_later(0.5, trace, 'left for the next run');
    const main = loop.create_task(waits(), { name: 'main' });
    try {
      await loop.run_until_complete(main);
    } catch (caught) {
      trace('callback', caught, main.done());
    }
    main.cancel();
    try {
      await loop.run_until_complete(main);
    } catch (caught) {
      trace('later', caught);
    }
    const failing = loop.create_task(fails(error), { name: 'failing' });
    try {
      await loop.run_until_complete(failing);
    } catch (caught) {
      trace('task', caught, failing.done(), failing.exception());
    }
    loop.close();
  }
};
