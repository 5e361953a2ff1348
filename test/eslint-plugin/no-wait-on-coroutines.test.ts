import { inMain } from './support/programs.js';
import { testRule } from './support/rules.js';

testRule('no-wait-on-coroutines', {
  valid: [
    inMain('await asyncio.wait([asyncio.create_task(work())]);'),
    inMain('await asyncio.gather(work());'),
    inMain('await asyncio.wait(tasks);'),
    inMain('await asyncio.as_completed([work()]);'),
  ],
  invalid: [
    {
      code: inMain('await asyncio.wait([work(), task, asyncio.sleep(1)], { timeout: 1 });'),
      errors: [
        {
          messageId: 'coroutines',
          suggestions: [
            {
              messageId: 'createTask',
              output: inMain(
                'await asyncio.wait([asyncio.create_task(work()), task, asyncio.create_task(asyncio.sleep(1))], { timeout: 1 });',
              ),
            },
          ],
        },
      ],
    },
    { code: inMain('await asyncio.wait(names.map(() => work()));'), errors: ['coroutines'] },
    {
      code: inMain('await asyncio.wait({ fs: [work()] });'),
      errors: [
        {
          messageId: 'coroutines',
          suggestions: [
            {
              messageId: 'createTask',
              output: inMain('await asyncio.wait({ fs: [asyncio.create_task(work())] });'),
            },
          ],
        },
      ],
    },
  ],
});
