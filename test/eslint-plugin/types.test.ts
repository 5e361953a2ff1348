/** What the rules see with the help of types: objects that come from other functions and other files. */
import { inMain } from './support/programs.js';
import { testTyped } from './support/rules.js';

testTyped('no-floating-coroutine', {
  valid: [
    'declare const queue: asyncio.Queue<number>; queue.put_nowait(1);',
    'declare function begin(): Promise<void>; begin();',
    'declare const task: asyncio.Task<number>; task.cancel();',
    'declare const either: asyncio.Coroutine<number> | number; either;',
  ],
  invalid: [
    { code: 'declare function work(): asyncio.Coroutine<number>; work();', errors: ['outside'] },
    { code: 'function close(queue: asyncio.Queue<number> | null) { queue?.join(); }', errors: ['outside'] },
    { code: 'declare const numbers: asyncio.AsyncGenerator<number>; numbers.aclose();', errors: ['outside'] },
  ],
});

testTyped('no-floating-task', {
  valid: ['declare const scope: { group: asyncio.TaskGroup }; scope.group.create_task(asyncio.sleep(1));'],
  invalid: [
    {
      code: 'declare const app: { loop: asyncio.AbstractEventLoop }; app.loop.create_task(asyncio.sleep(1));',
      errors: ['floating'],
    },
  ],
});

testTyped('no-bare-yield', {
  valid: [],
  invalid: [
    {
      code: 'const work = asyncio.coroutine(function* (task: asyncio.Task<number>) { yield task; });',
      output: 'const work = asyncio.coroutine(function* (task: asyncio.Task<number>) { yield* task; });',
      errors: ['bare'],
    },
  ],
});

testTyped('no-swallowed-cancellation', {
  valid: [
    inMain('try { await work(); } catch (error) { fail(error); }') + ' declare function fail(error: unknown): never;',
    inMain('declare const foreign: Promise<number>; try { await foreign; } catch {}'),
  ],
  invalid: [
    { code: inMain('declare const task: asyncio.Task<number>; await task.catch(() => 0);'), errors: ['swallowed'] },
  ],
});

testTyped('no-unwrapped-promise', {
  valid: [inMain('declare const task: asyncio.Task<number>; await task;')],
  invalid: [
    {
      code: inMain('declare const promise: Promise<number>; await promise;'),
      errors: [
        {
          messageId: 'unwrapped',
          suggestions: [
            {
              messageId: 'wrap',
              output: inMain('declare const promise: Promise<number>; await asyncio.wrap_future(promise);'),
            },
          ],
        },
      ],
    },
  ],
});

testTyped('no-promise-combinator', {
  valid: ['declare const promises: Promise<number>[]; Promise.all(promises);'],
  invalid: [
    { code: 'declare const tasks: asyncio.Task<number>[]; Promise.race(tasks);', errors: ['futures'] },
    { code: 'declare const waits: Set<asyncio.Coroutine<number>>; Promise.any(waits);', errors: ['coroutines'] },
  ],
});

testTyped('no-wait-on-coroutines', {
  valid: ['declare const tasks: asyncio.Task<number>[]; asyncio.wait(tasks);'],
  invalid: [{ code: 'declare const waits: asyncio.Coroutine<number>[]; asyncio.wait(waits);', errors: ['coroutines'] }],
});

testTyped('no-coroutine-callback', {
  valid: ['declare function done(): number; [1].forEach(done);'],
  invalid: [{ code: 'declare function work(): asyncio.Coroutine<number>; [1].forEach(work);', errors: ['forEach'] }],
});

testTyped('no-await-using-scope', {
  valid: ['async function main(lock: asyncio.LockManager) { await using _ = lock; }'],
  invalid: [{ code: 'async function main(group: asyncio.TaskGroup) { await using _ = group; }', errors: ['scope'] }],
});
