import * as asyncio from 'asyncio-ts';

const work = asyncio.coroutine(async () => asyncio.sleep(1));

setTimeout(work, 100);
