import * as asyncio from 'asyncio-ts';

const close = asyncio.coroutine(async () => asyncio.sleep(1));

const main = asyncio.coroutine(async () => {
  try {
    await asyncio.sleep(10);
  } finally {
    await asyncio.shield(close());
  }
});
