import * as asyncio from 'asyncio-ts';

const seen: string[] = [];
const with_connection = asyncio.coroutine(async (name: string, body: (connection: string) => PromiseLike<void>) => {
  seen.push('open');
  try {
    await body(name.toUpperCase());
  } finally {
    seen.push('close');
  }
});

const main = asyncio.coroutine(async () => {
  await with_connection('a', async (connection) => {
    await asyncio.sleep(1);
    seen.push(connection);
  });
});

await asyncio.run(main());
seen; // => ['open', 'A', 'close']
