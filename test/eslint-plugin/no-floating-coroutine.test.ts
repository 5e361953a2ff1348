import { inGenerator, inMain } from './support/programs.js';
import { testRule } from './support/rules.js';

testRule('no-floating-coroutine', {
  valid: [
    inMain('await asyncio.sleep(1);'),
    inMain('const later = work(); await later;'),
    inMain('asyncio.create_task(work());'),
    inMain('return work();'),
    inMain('const queue = new asyncio.Queue(); queue.put_nowait(1);'),
    inGenerator('yield* asyncio.sleep(1);'),
    'await asyncio.run(main());',
    `import { sleep } from './sleep.js'; sleep(1); // from 'asyncio-ts'`,
    'async function plain() { await asyncio.sleep(1); } plain();',
  ],
  invalid: [
    {
      code: inMain('asyncio.sleep(1);'),
      errors: [
        { messageId: 'floating', suggestions: [{ messageId: 'addWait', output: inMain('await asyncio.sleep(1);') }] },
      ],
    },
    {
      code: inGenerator('work();'),
      errors: [
        { messageId: 'floating', suggestions: [{ messageId: 'addWait', output: inGenerator('yield* work();') }] },
      ],
    },
    {
      code: inMain('ready && work();'),
      errors: [
        { messageId: 'floating', suggestions: [{ messageId: 'addWait', output: inMain('ready && await work();') }] },
      ],
    },
    {
      code: inMain('void work();'),
      errors: [
        { messageId: 'floating', suggestions: [{ messageId: 'addWait', output: inMain('void await work();') }] },
      ],
    },
    {
      name: 'outside of a coroutine',
      code: 'const work = asyncio.coroutine(async () => 1);\nwork();',
      errors: ['outside'],
    },
    {
      name: 'a named import under another name',
      code: `import { sleep as pause } from 'asyncio-ts'; pause(1);`,
      errors: ['outside'],
    },
    { name: 'require', code: `const { sleep } = require('asyncio-ts'); sleep(1);`, errors: ['outside'] },
    { name: 'a submodule of Python’s', code: 'asyncio.tasks.sleep(1);', errors: ['outside'] },
    { name: 'a method of a queue', code: 'const queue = new asyncio.Queue(); queue.get();', errors: ['outside'] },
    {
      name: 'a decorated method',
      code: `class A { @asyncio.coroutine async work() {} begin() { this.work(); } }`,
      errors: ['outside'],
    },
    {
      name: 'a plain async function in a compiled file',
      code: `'use asyncio';\nasync function work() {}\nwork();`,
      errors: ['outside'],
    },
    {
      name: 'a file that the settings call compiled',
      code: `async function work() {}\nwork();`,
      filename: '/project/src/jobs/work.ts',
      settings: { 'asyncio-ts': { compiled: ['src/**/*.{ts,tsx}'] } },
      errors: ['outside'],
    },
  ],
});
