/** A call makes a coroutine, which does nothing by itself; a task runs it. Plain async functions, compiled. */
import * as asyncio from 'asyncio-ts';

async function work(name: string, turns: number) {
  console.log(`  ${name} starts`);
  for (let turn = 0; turn < turns; turn++) await asyncio.sleep(0);
  console.log(`  ${name} ends`);
  return name.toUpperCase();
}

async function main() {
  const first = work('first', 3);
  console.log(`work() is a coroutine: ${asyncio.iscoroutine(first)}`);
  console.log(`its function is known: ${asyncio.inspect.iscoroutinefunction(work)}`);

  const second = asyncio.create_task(work('second', 1));
  console.log('nothing has started');
  console.log(await first, await second);

  const late = asyncio.create_task(work('late', 1_000_000));
  await asyncio.sleep(0);
  late.cancel();
  const [error] = await asyncio.gather(late, { return_exceptions: true });
  console.log(`late was cancelled: ${error instanceof asyncio.CancelledError}`);
}

await asyncio.run(main());
