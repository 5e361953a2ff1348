import * as asyncio from 'asyncio-ts';

const lines: string[] = [];
asyncio.logger.addHandler({ handle: (record) => void lines.push(record.message) });
const main = asyncio.coroutine(async function main() {
  asyncio.get_running_loop().slow_callback_duration = 0;
  await asyncio.sleep(0);
});
await asyncio.run(main(), { debug: true });
lines.some((line) => /^Executing <Task .*main\(\).* took \d\.\d+ seconds$/.test(line)); // => true
