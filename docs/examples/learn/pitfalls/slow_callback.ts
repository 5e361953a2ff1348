import * as asyncio from 'asyncio-ts';

const lines: string[] = [];
asyncio.logger.addHandler({ handle: (record) => void lines.push(record.message) });
const compute = asyncio.coroutine(async function compute() {
  const end = performance.now() + 150;
  while (performance.now() < end);
});
await asyncio.run(compute(), { debug: true });
lines.some((line) => /^Executing <Task .*compute.* took 0\.\d+ seconds$/.test(line)); // => true
