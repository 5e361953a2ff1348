import { bench } from '../support/promises.js';

const child = async (x: number): Promise<number> => x;

async function withTimeout<T>(promise: Promise<T>, milliseconds: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new Error('the time is over'));
    }, milliseconds);
  });
  try {
    return await Promise.race([promise, timeout]);
  } finally {
    clearTimeout(timer);
  }
}

await bench(async (count) => {
  let done = 0;
  for (let i = 0; i < count; i++) if ((await withTimeout(child(i), 3_600_000)) === i) done++;
  return done;
});
