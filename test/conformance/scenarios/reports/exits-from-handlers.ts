// KeyboardInterrupt and SystemExit leave an exception handler and end the run.
import * as asyncio from 'asyncio-ts';
import type { NewLoop, Trace } from '../../scenario';

export const program = async (trace: Trace, newLoop: NewLoop) => {
  const bad = function bad(): void {
    throw new asyncio.ValueError('bad');
  };

  const { GeneratorExit, KeyboardInterrupt, SystemExit } = asyncio;
  for (const error of [new SystemExit(3), new KeyboardInterrupt('stop'), new GeneratorExit('reported')]) {
    const handler = (_loop: asyncio.AbstractEventLoop, context: asyncio.ExceptionContext): void => {
      delete context.source_traceback;
      trace('handler', context.message!.split('(')[0]);
      if (!context.message!.includes('Unhandled')) throw error;
    };

    const loop = newLoop();
    loop.set_exception_handler(handler);
    loop.call_soon(bad);
    loop.call_soon(trace, 'the next callback');
    loop.call_later(0.5, () => {
      loop.stop();
    });
    try {
      await loop.run_forever();
      trace('ran');
    } catch (raised) {
      trace('raised', raised, raised === error);
    }
    loop.close();
  }
};
