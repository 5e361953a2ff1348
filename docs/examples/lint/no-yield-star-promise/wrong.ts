import * as asyncio from 'asyncio-ts';

const main = asyncio.coroutine(function* () {
  const answer = yield* fetch('https://example.org');
  return answer.status;
});
