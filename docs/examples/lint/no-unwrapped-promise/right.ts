import * as asyncio from 'asyncio-ts';

const main = asyncio.coroutine(async () => {
  const controller = new AbortController();
  const promise = fetch('https://example.org', { signal: controller.signal });
  const answer = await asyncio.wrap_future(promise, { cancel: () => controller.abort() });
  return answer.status;
});
