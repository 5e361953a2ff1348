import * as asyncio from 'asyncio-ts';

const main = asyncio.coroutine(function* () {
  const answer = yield* asyncio.await_(fetch('data:,hello'));
  console.log(answer.status);
});

await asyncio.run(main());
