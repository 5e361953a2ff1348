import * as asyncio from 'asyncio-ts';

const load = asyncio.coroutine(async (url: string) => {
  const request = fetch(url, { signal: asyncio.abort_signal() });
  const response = await asyncio.wrap_future(request);
  return await asyncio.wrap_future(response.text());
});

console.log(await asyncio.run(load('data:,hello')));
