'use asyncio';
/** Sensors, a rate limiter, a store: a pipeline that leaves nothing behind, however it ends. */
import * as asyncio from 'asyncio-ts';

type Reading = [name: string, value: number];
type Readings = asyncio.Queue<Reading>;

/** Lets somebody pass every `interval` seconds. */
class RateLimiter {
  readonly interval: number;
  next = 0.0;

  constructor(interval: number) {
    this.interval = interval;
  }

  async __aenter__() {
    const now = asyncio.get_running_loop().time();
    const turn = Math.max(now, this.next);
    this.next = turn + this.interval;
    await asyncio.sleep(turn - now);
  }

  async __aexit__() {
    return null;
  }
}

function float(text: string) {
  const value = Number(text);
  if (Number.isNaN(value)) {
    throw new asyncio.ValueError(`could not convert string to float: '${text}'`);
  }
  return value;
}

async function* readings(texts: string[]) {
  for (const text of texts) {
    await asyncio.sleep(0.1);
    yield float(text);
  }
}

async function sensor(name: string, texts: string[], limiter: RateLimiter, queue: Readings) {
  try {
    for await (const value of readings(texts)) {
      await using _ = await asyncio.enter(limiter);
      await queue.put([name, value]);
    }
  } catch (error) {
    if (error instanceof asyncio.CancelledError) console.log(`  ${name} is cancelled`);
    throw error;
  }
  console.log(`  ${name} is done`);
}

async function store(queue: Readings, rows: string[]) {
  try {
    while (true) {
      const [name, value] = await queue.get();
      await asyncio.sleep(0.05);
      rows.push(`${name}=${value.toFixed(1)}`);
    }
  } catch (error) {
    if (!(error instanceof asyncio.QueueShutDown)) throw error;
    console.log('  the store is done');
  } finally {
    console.log(`  stored: ${rows.join(' ')}`);
  }
}

async function pipeline(sensors: Record<string, string[]>) {
  const limiter = new RateLimiter(0.2);
  const queue = new asyncio.Queue<Reading>({ maxsize: 2 });
  await using outer = new asyncio.TaskGroup();
  outer.create_task(store(queue, []));
  {
    await using inner = new asyncio.TaskGroup();
    for (const [name, texts] of Object.entries(sensors)) {
      inner.create_task(sensor(name, texts, limiter, queue));
    }
  }
  queue.shutdown();
}

async function attempt(title: string, sensors: Record<string, string[]>, seconds: number) {
  console.log(title);
  try {
    await using _ = asyncio.timeout(seconds);
    await pipeline(sensors);
  } catch (error) {
    asyncio.except_star(
      error,
      // A group of the outer task group, in it one of the inner.
      [asyncio.ValueError, (group) => console.log(`  ${asyncio.repr(group)}`)],
      [asyncio.TimeoutError, () => console.log(`  out of time after ${seconds} s`)],
    );
  }
}

async function main() {
  await attempt('all is well', { a: ['1', '2'], b: ['3'] }, 5);
  await attempt('a sensor is broken', { a: ['1', '2', '3'], b: ['4', 'n/a'] }, 5);
  await attempt('too slow', { a: Array(100).fill('1') }, 1);
  console.log(`tasks left: ${asyncio.all_tasks().size - 1}`);
}

await asyncio.run(main());
