import { inCompiled, inGenerator, inMain } from './support/programs.js';
import { testRule } from './support/rules.js';

testRule('no-nested-run', {
  valid: [
    'await asyncio.run(main());',
    'async function start() { await asyncio.run(main()); }',
    inMain('const later = () => asyncio.run(work());'),
    inMain('await runner.run(work());'),
  ],
  invalid: [
    {
      code: inMain('await asyncio.run(work());'),
      errors: [{ messageId: 'nested', suggestions: [{ messageId: 'wait', output: inMain('await work();') }] }],
    },
    { code: inMain('asyncio.run_sync(work);'), errors: ['nested'] },
    { code: inMain('asyncio.run(work());'), errors: ['nested'] },
    {
      code: inMain('const loop = asyncio.get_running_loop(); await loop.run_until_complete(work());'),
      errors: [
        {
          messageId: 'nested',
          suggestions: [
            { messageId: 'wait', output: inMain('const loop = asyncio.get_running_loop(); await work();') },
          ],
        },
      ],
    },
    { code: inGenerator('asyncio.get_event_loop().run_until_complete_sync(work());'), errors: ['nested'] },
    { code: inMain('const runner = new asyncio.Runner(); runner.run(work);'), errors: ['nested'] },
    {
      name: 'a compiled function',
      code: inCompiled('asyncio.run(other);'),
      errors: ['nested'],
    },
  ],
});
