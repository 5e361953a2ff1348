/** tenacity's and backoff's work in ten lines: exponential backoff, as a function of functions. */
import * as asyncio from 'asyncio-ts';

type Work<A extends unknown[], R> = (...args: A) => asyncio.Coroutine<R>;
type ErrorClass = abstract new (...args: never[]) => Error;

function retry<A extends unknown[], R>(
  errors: ErrorClass[],
  { tries = 4, delay = 0.5, jitter = 0.0 },
  work: Work<A, R>,
) {
  const wrapper = asyncio.coroutine(async (...args: A): Promise<R> => {
    for (let attempt = 0; ; attempt++) {
      try {
        return await work(...args);
      } catch (error) {
        if (!errors.some((kind) => error instanceof kind) || attempt === tries - 1) throw error;
        const pause = delay * 2 ** attempt + Math.random() * jitter;
        console.log(`${work.name}: ${asyncio.str(error)}, again in ${pause.toFixed(1)} s`);
        await asyncio.sleep(pause);
      }
    }
  });
  return Object.defineProperty(wrapper, 'name', { value: work.name });
}

const answers = ['refused', 'refused', 'welcome'];

const connect = retry(
  [asyncio.ConnectionError],
  { tries: 3 },
  asyncio.coroutine(async function connect(host: string) {
    const answer = answers.shift();
    if (answer === 'refused') throw new asyncio.ConnectionRefusedError(`${host} has refused`);
    return answer;
  }),
);

const main = asyncio.coroutine(async () => {
  console.log(await connect('example.org'));
  console.log(connect.name);
});

await asyncio.run(main());
