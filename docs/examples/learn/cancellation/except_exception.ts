import * as asyncio from 'asyncio-ts';

const work = asyncio.coroutine(async () => {
  try {
    throw new TypeError('wrong');
  } catch (error) {
    if (!(error instanceof asyncio.Exception)) throw error; // Python: except Exception
    return 'an error of the program';
  }
});
await asyncio.run(work()); // => 'an error of the program'
