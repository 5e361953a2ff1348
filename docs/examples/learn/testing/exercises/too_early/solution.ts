import * as asyncio from 'asyncio-ts';

const received: string[] = [];

/** What is tested. It takes as long as it takes. */
const deliver = asyncio.coroutine(async (letter: string) => {
  await asyncio.sleep(1.5);
  received.push(letter);
});

const test = asyncio.coroutine(async () => {
  const task = asyncio.create_task(deliver('hello'));
  await task;
  console.log(received.includes('hello') ? 'passed' : 'failed');
});

await asyncio.run(test());
