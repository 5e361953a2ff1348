/** contextlib: managers made of two methods, an array of them, and errors that are let pass. */
import * as asyncio from 'asyncio-ts';

const connection = (name: string) => ({
  __aenter__: asyncio.coroutine(async () => {
    await asyncio.sleep(0.1);
    console.log(`${name} opens`);
    return name.toUpperCase();
  }),
  __aexit__: asyncio.coroutine(async () => {
    await asyncio.sleep(0.1);
    console.log(`${name} closes`);
  }),
});

const callback = (work: () => void) => ({ [Symbol.dispose]: work });

const suppress = (...kinds: (abstract new (...args: never[]) => Error)[]) => ({
  __enter__: () => null,
  __exit__: (_type: unknown, error: unknown) => kinds.some((kind) => error instanceof kind),
});

const main = asyncio.coroutine(async () => {
  await asyncio.async_with(connection('a'), async (a) => {
    console.log(`works with ${a}`);
  });

  const last = callback(() => console.log('the last thing'));
  await asyncio.async_with([last, ...['b', 'c'].map(connection)], async (_last, ...entered) => {
    console.log(`works with ${entered.join(', ')}`);
  });

  await asyncio.async_with([suppress(asyncio.TimeoutError), asyncio.timeout(1)], async () => {
    await asyncio.sleep(3600);
  });
  console.log('goes on');
});

await asyncio.run(main());
