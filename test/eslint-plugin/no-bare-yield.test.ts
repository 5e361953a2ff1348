import { inGenerator } from './support/programs.js';
import { testRule } from './support/rules.js';

testRule('no-bare-yield', {
  valid: [
    inGenerator('yield* asyncio.sleep(1);'),
    inGenerator('yield;'),
    inGenerator('yield something;'),
    'const numbers = asyncio.asyncgen(function* () { yield asyncio.yield_(1); });',
    'function* plain() { yield 1; yield asyncio.sleep(1); }',
  ],
  invalid: [
    {
      code: inGenerator('yield asyncio.sleep(1);'),
      output: inGenerator('yield* asyncio.sleep(1);'),
      errors: ['bare'],
    },
    {
      code: inGenerator('const value = yield work();'),
      output: inGenerator('const value = yield* work();'),
      errors: ['bare'],
    },
    {
      code: inGenerator('const task = asyncio.create_task(work()); yield task;'),
      output: inGenerator('const task = asyncio.create_task(work()); yield* task;'),
      errors: ['bare'],
    },
    {
      code: 'const numbers = asyncio.asyncgen(function* () { yield asyncio.sleep(1); });',
      output: 'const numbers = asyncio.asyncgen(function* () { yield* asyncio.sleep(1); });',
      errors: ['bare'],
    },
    {
      code: 'class A { @asyncio.coroutine *work() { yield asyncio.sleep(1); } }',
      output: 'class A { @asyncio.coroutine *work() { yield* asyncio.sleep(1); } }',
      errors: ['bare'],
    },
    { code: inGenerator('yield 1;'), errors: ['value'] },
    { code: inGenerator('yield [work()];'), errors: ['value'] },
  ],
});
