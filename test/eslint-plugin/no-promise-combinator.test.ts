import { inMain } from './support/programs.js';
import { testRule } from './support/rules.js';

testRule('no-promise-combinator', {
  valid: [
    inMain('await asyncio.gather(work(), work());'),
    inMain('await asyncio.wrap_future(Promise.all([fetch(a), fetch(b)]));'),
    inMain('await Promise.resolve(1);'),
    'await Promise.all([asyncio.run(main), other()]);',
    inMain('const Promise = library; await Promise.all([work()]);'),
  ],
  invalid: [
    {
      code: inMain('await Promise.all([work(), work()]);'),
      errors: [
        {
          messageId: 'coroutines',
          suggestions: [{ messageId: 'gather', output: inMain('await asyncio.gather(work(), work());') }],
        },
      ],
    },
    {
      code: inMain('await Promise.all(names.map(() => work()));'),
      errors: [
        {
          messageId: 'coroutines',
          suggestions: [{ messageId: 'gather', output: inMain('await asyncio.gather(...names.map(() => work()));') }],
        },
      ],
    },
    {
      code: inMain('await Promise.all([...names.map(work)]);'),
      errors: [
        {
          messageId: 'coroutines',
          suggestions: [{ messageId: 'gather', output: inMain('await asyncio.gather(...names.map(work));') }],
        },
      ],
    },
    {
      code: inMain('const a = asyncio.create_task(work()); await Promise.all([a]);'),
      errors: [
        {
          messageId: 'futures',
          suggestions: [
            {
              messageId: 'gather',
              output: inMain('const a = asyncio.create_task(work()); await asyncio.gather(a);'),
            },
          ],
        },
      ],
    },
    { code: inMain('await Promise.race([work(), asyncio.sleep(1)]);'), errors: ['coroutines'] },
    { code: inMain('await Promise.allSettled([work()]);'), errors: ['coroutines'] },
    { code: inMain('await Promise.any([asyncio.ensure_future(work())]);'), errors: ['futures'] },
  ],
});
