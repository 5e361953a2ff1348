import * as asyncio from 'asyncio-ts';

const child = asyncio.coroutine(async function child() {
  await asyncio.sleep(1);
});
const main = asyncio.coroutine(async function main() {
  const task = asyncio.create_task(child(), { name: 'child' });
  await asyncio.sleep(0.5);
  task.cancel('enough');
  await asyncio.wait([task]);
});

const trace = asyncio.debug.trace();
await asyncio.run(main());
trace.stop();

const names: string[] = [];
const story: string[] = [];
for (const event of trace.events) {
  if (event.type === 'task_created') names[event.task] = event.coro;
  if (event.type === 'task_waits') story.push(`${names[event.task]} waits: ${event.waits_for.text}`);
  if (event.type === 'cancel_requested') story.push(`${names[event.by?.task ?? 0]} cancels ${names[event.task]}`);
  if (event.type === 'task_done') story.push(`${names[event.task]} is done: ${event.outcome}`);
}
story.slice(0, 6); // => ['main waits: sleep', 'child waits: sleep', 'main cancels child', 'main waits: Future', 'child is done: cancelled', 'main is done: result']
