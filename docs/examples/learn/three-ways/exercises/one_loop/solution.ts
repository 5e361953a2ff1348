import * as asyncio from 'asyncio-ts';

let connection: asyncio.Task<string> | null = null;

const connect = asyncio.coroutine(async () => {
  await asyncio.sleep(2);
  return 'connected';
});

const open = asyncio.coroutine(async () => {
  connection = asyncio.create_task(connect());
});

const use = asyncio.coroutine(async () => {
  console.log(await connection!);
});

const runner = new asyncio.Runner();
await runner.run(open());
await runner.run(use());
await runner.close();
