import { inCompiled, inMain } from './support/programs.js';
import { testRule } from './support/rules.js';

testRule('no-await-using-scope', {
  valid: [
    inMain('await asyncio.async_with(new asyncio.TaskGroup(), async (group) => { group.create_task(work()); });'),
    inMain('await using _ = await asyncio.enter(new asyncio.Lock());'),
    inMain('await using runner = new asyncio.Runner();'),
    inMain('using group = new asyncio.TaskGroup();'),
    inCompiled('await using group = new asyncio.TaskGroup();'),
  ],
  invalid: [
    {
      code: inMain('await using group = new asyncio.TaskGroup(); group.create_task(work());'),
      errors: [
        {
          messageId: 'scope',
          suggestions: [
            {
              messageId: 'asyncWith',
              output: inMain(
                'await asyncio.async_with(new asyncio.TaskGroup(), async (group) => { group.create_task(work()); });',
              ),
            },
          ],
        },
      ],
    },
    {
      code: inMain('await using _ = asyncio.timeout(1); await work();'),
      errors: [
        {
          messageId: 'scope',
          suggestions: [
            {
              messageId: 'asyncWith',
              output: inMain('await asyncio.async_with(asyncio.timeout(1), async (_) => { await work(); });'),
            },
          ],
        },
      ],
    },
    {
      name: 'a return in the rest of the block can’t move into a function',
      code: inMain('await using _ = asyncio.timeout(1); return await work();'),
      errors: ['scope'],
    },
    {
      name: 'enter doesn’t help',
      code: inMain('await using entered = await asyncio.enter(asyncio.timeout(1)); return;'),
      errors: ['scope'],
    },
  ],
});
