import * as asyncio from 'asyncio-ts';

const roll = asyncio.coroutine(async (name: string) => {
  console.log(`${name} is rolled`);
  return 4;
});

const main = asyncio.coroutine(async () => {
  const task = asyncio.create_task(roll('the first'));
  console.log(`the task: ${await task}, and again: ${await task}`);

  const coroutine = roll('the second');
  console.log(`the coroutine: ${await coroutine}`);
  try {
    await coroutine;
  } catch (error) {
    if (!(error instanceof asyncio.RuntimeError)) throw error;
    console.log(`and again: ${error.message}`);
  }
});

await asyncio.run(main());
