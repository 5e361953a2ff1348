import { inMain } from './support/programs.js';
import { testRule, type Invalid } from './support/rules.js';

const wrong = (code: string, output: string): Invalid => ({
  code,
  errors: [{ messageId: 'host', suggestions: [{ messageId: 'hostCallback', output }] }],
});

testRule('no-coroutine-callback', {
  valid: [
    inMain('setTimeout(asyncio.host_callback(work), 10);'),
    inMain('setTimeout(() => { tasks.add(asyncio.create_task(work())); }, 10);'),
    inMain('const loop = asyncio.get_running_loop(); loop.call_soon(() => done());'),
    inMain('names.map(work);'),
    inMain('other.call_soon(work);'),
    'emitter.on("data", (chunk) => console.log(chunk));',
  ],
  invalid: [
    wrong(inMain('setTimeout(work, 10);'), inMain('setTimeout(asyncio.host_callback(work), 10);')),
    wrong(
      inMain('emitter.on("data", (chunk) => work(chunk));'),
      inMain('emitter.on("data", asyncio.host_callback((chunk) => work(chunk)));'),
    ),
    wrong(
      inMain('button.addEventListener("click", work);'),
      inMain('button.addEventListener("click", asyncio.host_callback(work));'),
    ),
    { code: inMain('const loop = asyncio.get_running_loop(); loop.call_later(1, work);'), errors: ['loop'] },
    { code: inMain('asyncio.create_task(work()).add_done_callback(work);'), errors: ['loop'] },
    { code: inMain('names.forEach((name) => work(name));'), errors: ['forEach'] },
    { code: inMain('names.forEach(work);'), errors: ['forEach'] },
  ],
});
