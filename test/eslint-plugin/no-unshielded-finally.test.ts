import { inGenerator, inMain } from './support/programs.js';
import { testRule } from './support/rules.js';

const after = (line: string): string => inMain(`try { await work(); } finally { ${line} }`);

testRule('no-unshielded-finally', {
  valid: [
    after('await asyncio.shield(close());'),
    after('close();'),
    after('const later = async () => { await close(); };'),
    inGenerator('try { yield* work(); } finally { yield* asyncio.shield(close()); }'),
    inMain('try { await work(); } catch (error) { await close(); throw error; }'),
    'try { await asyncio.run(main); } finally { await close(); }',
    { code: after('await writer.wait_closed();'), options: [{ allow: ['wait_closed'] }] },
    { code: after('await close();'), options: [{ allow: ['close'] }] },
  ],
  invalid: [
    {
      code: after('await close();'),
      errors: [
        {
          messageId: 'unshielded',
          suggestions: [{ messageId: 'shield', output: after('await asyncio.shield(close());') }],
        },
      ],
    },
    {
      code: inGenerator('try { yield* work(); } finally { if (open) yield* close(); }'),
      errors: [
        {
          messageId: 'unshielded',
          suggestions: [
            {
              messageId: 'shield',
              output: inGenerator('try { yield* work(); } finally { if (open) yield* asyncio.shield(close()); }'),
            },
          ],
        },
      ],
    },
    {
      name: 'an option that names another function',
      code: after('await close();'),
      options: [{ allow: ['wait_closed'] }],
      errors: [
        {
          messageId: 'unshielded',
          suggestions: [{ messageId: 'shield', output: after('await asyncio.shield(close());') }],
        },
      ],
    },
  ],
});
