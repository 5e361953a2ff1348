import * as asyncio from 'asyncio-ts';

/** A function of the host: it knows promises and abort signals, and nothing of asyncio. */
const download = (signal: AbortSignal) =>
  new Promise<string>((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason));
  });

const wrapped = asyncio.coroutine(async () => {
  return await asyncio.wrap_future(download(asyncio.abort_signal()));
});

const generator = asyncio.coroutine(function* () {
  return yield* asyncio.await_(download(asyncio.abort_signal()));
});

const main = asyncio.coroutine(async () => {
  const ended: string[] = [];
  for (const [style, work] of Object.entries({ wrapped, generator })) {
    try {
      await asyncio.wait_for(work(), 1);
    } catch (error) {
      if (!(error instanceof asyncio.TimeoutError)) throw error;
      ended.push(style);
    }
  }
  return ended;
});

await asyncio.run(main()); // => ['wrapped', 'generator']
