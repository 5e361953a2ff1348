import { inCompiled, inGenerator, inMain } from './support/programs.js';
import { testRule, type Invalid } from './support/rules.js';

const wrong = (code: string, output: string): Invalid => ({
  code,
  errors: [{ messageId: 'unwrapped', suggestions: [{ messageId: 'wrap', output }] }],
});

testRule('no-unwrapped-promise', {
  valid: [
    inMain('await asyncio.wrap_future(fetch(address));'),
    inMain('await fetch(address, { signal: asyncio.abort_signal() });'),
    inMain('await Promise.resolve(1);'),
    inMain('await work();'),
    inMain('await asyncio.gather(work());'),
    inMain('await unknown();'),
    `async function plain() {}\n${inMain('await plain();')}`,
    inMain('await (async () => { await asyncio.sleep(1); })();'),
    inMain('await new Promise((resolve) => setTimeout(resolve, 500));'),
    inGenerator('yield* asyncio.await_(fetch(address));'),
    inCompiled('await fetch(address);'),
    'await fetch(address);',
    'async function plain() { await fetch(address); }',
  ],
  invalid: [
    wrong(inMain('await fetch(address);'), inMain('await asyncio.wrap_future(fetch(address));')),
    wrong(
      inMain('await new Promise((resolve) => socket.once("close", resolve));'),
      inMain('await asyncio.wrap_future(new Promise((resolve) => socket.once("close", resolve)));'),
    ),
    wrong(
      `import { readFile } from 'node:fs/promises';\n${inMain(`await readFile('a');`)}`,
      `import { readFile } from 'node:fs/promises';\n${inMain(`await asyncio.wrap_future(readFile('a'));`)}`,
    ),
    wrong(
      inMain('await Promise.all([fetch(a), fetch(b)]);'),
      inMain('await asyncio.wrap_future(Promise.all([fetch(a), fetch(b)]));'),
    ),
  ],
});
