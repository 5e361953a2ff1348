import { inCompiled, inMain } from './support/programs.js';
import { testRule } from './support/rules.js';

const PLAIN = 'async function plain() {}\n';
const withPlain = (line: string): string => PLAIN + inMain(line);

testRule('no-plain-async-task', {
  valid: [
    withPlain('await asyncio.create_task(plain);'),
    withPlain('await asyncio.create_task(work());'),
    withPlain('await plain();'),
    `${PLAIN}await asyncio.run(plain());`,
    withPlain('await asyncio.ensure_future(plain());'),
    inMain('await asyncio.create_task(unknown());'),
    inCompiled('const task = asyncio.create_task(other()); } async function other() {'),
  ],
  invalid: [
    {
      code: withPlain('await asyncio.create_task(plain());'),
      errors: [
        {
          messageId: 'task',
          suggestions: [{ messageId: 'handOver', output: withPlain('await asyncio.create_task(plain);') }],
        },
      ],
    },
    {
      code: 'const plain = async (x: number) => x;\nasyncio.create_task(plain(1));',
      errors: [
        {
          messageId: 'task',
          suggestions: [
            {
              messageId: 'handOver',
              output: 'const plain = async (x: number) => x;\nasyncio.create_task(() => plain(1));',
            },
          ],
        },
      ],
    },
    {
      code: 'asyncio.create_task((async () => { await asyncio.sleep(1); })());',
      errors: [
        {
          messageId: 'task',
          suggestions: [
            { messageId: 'handOver', output: 'asyncio.create_task(async () => { await asyncio.sleep(1); });' },
          ],
        },
      ],
    },
    {
      name: 'a task group',
      code: withPlain('const group = new asyncio.TaskGroup(); group.create_task(plain());'),
      errors: [
        {
          messageId: 'task',
          suggestions: [
            {
              messageId: 'handOver',
              output: withPlain('const group = new asyncio.TaskGroup(); group.create_task(plain);'),
            },
          ],
        },
      ],
    },
    {
      name: 'a method',
      code: 'class A { async work() {} begin() { asyncio.create_task(this.work()); } }',
      errors: [
        {
          messageId: 'task',
          suggestions: [
            {
              messageId: 'handOver',
              output: 'class A { async work() {} begin() { asyncio.create_task(() => this.work()); } }',
            },
          ],
        },
      ],
    },
    {
      code: withPlain('await asyncio.gather(plain(), work());'),
      errors: [
        {
          messageId: 'concurrent',
          suggestions: [{ messageId: 'handOver', output: withPlain('await asyncio.gather(plain, work());') }],
        },
      ],
    },
    {
      code: withPlain('await asyncio.wait_for(plain(), 1);'),
      errors: [
        {
          messageId: 'concurrent',
          suggestions: [{ messageId: 'handOver', output: withPlain('await asyncio.wait_for(plain, 1);') }],
        },
      ],
    },
  ],
});
