import * as asyncio from 'asyncio-ts';

const main = asyncio.coroutine(async () => {
  const answer = await fetch('https://example.org');
  return answer.status;
});
