'use asyncio';
/** Compiled code: every await can be interrupted, one of a promise as well. */
import * as asyncio from 'asyncio-ts';

/** A function of the host: it knows promises and abort signals, and nothing of asyncio. */
function download(name: string, signal: AbortSignal) {
  if (name === 'small') return Promise.resolve('done');
  return new Promise<string>((_resolve, reject) => {
    signal.addEventListener('abort', () => {
      console.log(`${name}: the download stops`);
      reject(signal.reason);
    });
  });
}

async function main() {
  console.log(await download('small', asyncio.abort_signal()));
  try {
    await using _ = asyncio.timeout(1);
    await download('large', asyncio.abort_signal());
  } catch (error) {
    if (!(error instanceof asyncio.TimeoutError)) throw error;
    console.log('too slow');
  }
}

await asyncio.run(main());
