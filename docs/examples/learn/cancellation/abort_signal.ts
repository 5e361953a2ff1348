import * as asyncio from 'asyncio-ts';

const load = asyncio.coroutine(async (url: string) => {
  const response = await asyncio.wrap_future(fetch(url, { signal: asyncio.abort_signal() }));
  return await asyncio.wrap_future(response.text());
});
