import * as asyncio from 'asyncio-ts';

const work = asyncio.coroutine(async () => {
  for (let turn = 1; turn <= 3; turn += 1) {
    try {
      await asyncio.sleep(1);
      console.log(`turn ${turn}`);
    } catch (error) {
      if (!(error instanceof asyncio.Exception)) throw error;
      console.log(`logged: ${asyncio.repr(error)}`);
    }
  }
});

const main = asyncio.coroutine(async () => {
  try {
    await asyncio.wait_for(work(), 1.5);
    console.log('never timed out');
  } catch (error) {
    if (!(error instanceof asyncio.TimeoutError)) throw error;
    console.log('timed out');
  }
});

await asyncio.run(main());
