import { inCompiled, inGenerator, inMain } from './support/programs.js';
import { testRule } from './support/rules.js';

const withNode = (line: string): string =>
  `import fs from 'node:fs';\nimport { execSync as run } from 'child_process';\n${inMain(line)}`;

testRule('no-blocking-call', {
  valid: [
    `import fs from 'node:fs';\nfs.readFileSync('a');`,
    `import fs from 'node:fs';\nfunction load() { return fs.readFileSync('a'); }`,
    withNode(`await asyncio.wrap_future(fs.promises.readFile('a'));`),
    inMain('flushSync(() => undefined);'),
    inMain('while (Date.now() < end) { await asyncio.sleep(0); }'),
    inMain('const prompt = ask; prompt();'),
    { code: withNode(`fs.existsSync('a');`), options: [{ allow: ['existsSync'] }] },
  ],
  invalid: [
    { code: withNode(`fs.readFileSync('a');`), errors: ['blocking'] },
    { code: withNode(`run('ls');`), errors: ['blocking'] },
    {
      code: `const { gzipSync } = require('zlib');\n${inGenerator('gzipSync(data);')}`,
      errors: ['blocking'],
    },
    { code: inMain('Atomics.wait(cells, 0, 0);'), errors: ['blocking'] },
    { code: inMain(`alert('stop');`), errors: ['blocking'] },
    { code: inCompiled('Atomics.wait(cells, 0, 0);'), errors: ['blocking'] },
    { code: inMain('while (performance.now() < end) {}'), errors: ['busy'] },
    { code: inMain('while (Date.now() < end);'), errors: ['busy'] },
    { code: inMain('database.query();'), options: [{ calls: ['database.query'] }], errors: ['blocking'] },
  ],
});
