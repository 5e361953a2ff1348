import { inGenerator, inMain } from './support/programs.js';
import { testRule } from './support/rules.js';

testRule('no-yield-star-promise', {
  valid: [
    inGenerator('yield* asyncio.await_(fetch(address));'),
    inGenerator('yield* asyncio.wrap_future(fetch(address));'),
    inGenerator('yield* work();'),
    inGenerator('yield* unknown();'),
    inMain('await fetch(address);'),
    'function* plain() { yield* fetch(address); }',
  ],
  invalid: [
    {
      code: inGenerator('const answer = yield* fetch(address);'),
      output: inGenerator('const answer = yield* asyncio.await_(fetch(address));'),
      errors: ['promise'],
    },
    {
      code: inGenerator('yield* new Promise(() => {});'),
      output: inGenerator('yield* asyncio.await_(new Promise(() => {}));'),
      errors: ['promise'],
    },
    {
      code: `async function plain() {}\n${inGenerator('yield* plain();')}`,
      output: `async function plain() {}\n${inGenerator('yield* asyncio.await_(plain());')}`,
      errors: ['promise'],
    },
    {
      name: 'a function of Node’s, where await_ has a name of its own',
      code: `import { await_ as wait, coroutine } from 'asyncio-ts';
import { readFile } from 'node:fs/promises';
const main = coroutine(function* () { wait; yield* readFile('a'); });`,
      output: `import { await_ as wait, coroutine } from 'asyncio-ts';
import { readFile } from 'node:fs/promises';
const main = coroutine(function* () { wait; yield* wait(readFile('a')); });`,
      errors: ['promise'],
    },
  ],
});
