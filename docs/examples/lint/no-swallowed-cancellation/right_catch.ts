import * as asyncio from 'asyncio-ts';

const work = asyncio.coroutine(async () => {
  while (true) {
    try {
      await asyncio.sleep(1);
    } catch (error) {
      if (!(error instanceof asyncio.Exception)) throw error;
      console.error(error);
    }
  }
});
