import { inMain } from './support/programs.js';
import { testRule } from './support/rules.js';

testRule('no-floating-task', {
  valid: [
    inMain('const task = asyncio.create_task(work()); await task;'),
    inMain('tasks.add(asyncio.create_task(work()));'),
    inMain('await asyncio.gather(work(), work());'),
    inMain('asyncio.create_task(work()).add_done_callback(report);'),
    inMain('await asyncio.async_with(new asyncio.TaskGroup(), async (group) => { group.create_task(work()); });'),
    inMain('other.create_task(work());'),
    'const keep = () => asyncio.create_task(work());',
  ],
  invalid: [
    { code: inMain('asyncio.create_task(work());'), errors: ['floating'] },
    { code: inMain('void asyncio.ensure_future(work());'), errors: ['floating'] },
    { code: inMain('ready && asyncio.create_task(work());'), errors: ['floating'] },
    { code: inMain('asyncio.gather(work(), work());'), errors: ['floating'] },
    { code: inMain('const loop = asyncio.get_running_loop(); loop.create_task(work());'), errors: ['floating'] },
    { code: 'function begin(loop: asyncio.AbstractEventLoop) { loop.create_task(work()); }', errors: ['floating'] },
    { code: `import { create_task } from 'asyncio-ts'; create_task(work);`, errors: ['floating'] },
  ],
});
