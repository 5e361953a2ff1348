/** Methods, asynchronous generators, `for await`, and `await using` for Python's `async with`. */
import * as asyncio from 'asyncio-ts';

class Countdown {
  constructor(private readonly start: number) {}

  async *[Symbol.asyncIterator]() {
    for (let n = this.start; n > 0; n--) {
      await asyncio.sleep(0.001);
      yield n;
    }
  }

  async launch() {
    for await (const n of this) console.log(`  ${n}`);
    return 'lift-off';
  }
}

const produce = async (queue: asyncio.Queue<number | null>) => {
  for await (const n of new Countdown(2)) await queue.put(n * 10);
  await queue.put(null);
};

async function consume(queue: asyncio.Queue<number | null>) {
  for (let item = await queue.get(); item !== null; item = await queue.get()) console.log(`  got ${item}`);
}

async function main() {
  console.log(await new Countdown(3).launch());
  const queue = new asyncio.Queue<number | null>();
  {
    await using group = new asyncio.TaskGroup();
    group.create_task(produce(queue));
    group.create_task(consume(queue));
  }
  try {
    await using _ = asyncio.timeout(0.01);
    await asyncio.sleep(3600);
  } catch (error) {
    if (!(error instanceof asyncio.TimeoutError)) throw error;
    console.log('it took too long');
  }
}

await asyncio.run(main());
