import * as asyncio from 'asyncio-ts';

const factor = 2;
const main = asyncio.coroutine(async () => {
  try {
    return await asyncio.to_thread((x: number) => x * factor, 21);
  } catch (error) {
    return String(error).split(':')[0];
  }
});

await asyncio.run(main()); // => "name 'factor' is not defined"
