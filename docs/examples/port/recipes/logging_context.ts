/** Log records that say for which request they are: a context variable, and the task's name. */
import * as asyncio from 'asyncio-ts';

const request = new asyncio.contextvars.ContextVar('request', { default: '-' });

const LEVELS = { DEBUG: 10, INFO: 20, WARNING: 30, ERROR: 40 } as const;
const level: keyof typeof LEVELS = 'INFO';

function log(name: keyof typeof LEVELS, message: string) {
  if (LEVELS[name] < LEVELS[level]) return;
  const task = asyncio.current_task()?.get_name() ?? null;
  console.log(`${name} [${request.get()}] ${task}: ${message}`);
}

const pay = asyncio.coroutine(async (amount: number) => {
  await asyncio.sleep(0.1);
  log('INFO', `paid ${amount}`);
});

const serve = asyncio.coroutine(async (number: number) => {
  request.set(`request ${number}`);
  log('DEBUG', 'nobody sees this');
  await pay(number * 10);
});

const main = asyncio.coroutine(async () => {
  log('WARNING', 'we open');
  await asyncio.async_with(new asyncio.TaskGroup(), async (group) => {
    for (const number of [1, 2]) group.create_task(serve(number), { name: `serve-${number}` });
  });
});

await asyncio.run(main());
