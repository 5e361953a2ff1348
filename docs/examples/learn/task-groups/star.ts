/** Several may fail at once. except* takes the errors apart by their kind. */
import * as asyncio from 'asyncio-ts';

const check = asyncio.coroutine(async (name: string, error: Error | null) => {
  await asyncio.sleep(1);
  if (error !== null) throw error;
  console.log(`${name} is fine`);
});

const say = (what: string, group: asyncio.BaseExceptionGroup) => {
  for (const error of group.exceptions) console.log(`${what}: ${error.message}`);
};

const main = asyncio.coroutine(async () => {
  try {
    await asyncio.async_with(new asyncio.TaskGroup(), async (group) => {
      group.create_task(check('name', new asyncio.ValueError('the name is empty')));
      group.create_task(check('age', new asyncio.ValueError('the age is negative')));
      group.create_task(check('photo', new asyncio.OSError('the disk is full')));
      group.create_task(check('city', null));
    });
  } catch (raised) {
    asyncio.except_star(
      raised,
      [asyncio.ValueError, (errors) => say('please correct', errors)],
      [asyncio.OSError, (errors) => say('our fault', errors)],
    );
  }
});

await asyncio.run(main());
