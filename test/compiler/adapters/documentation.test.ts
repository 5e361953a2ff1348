/** What docs/compiling.md tells people to write does what it says. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Workshop } from './workshop';

const page = readFileSync(join(__dirname, '../../../docs/compiling.md'), 'utf8');

/** The blocks of code in a language. */
function blocks(language: string): string[] {
  return [...page.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, 'gms'))].map(([, text]) => text ?? '');
}

const PROGRAM = `
import { iscoroutine, run } from 'asyncio-ts';
const work = async (): Promise<number> => 1;
const lazy = work();
console.log(iscoroutine(lazy), await run(lazy));
`;

let workshop: Workshop;

beforeAll(() => {
  workshop = new Workshop();
}, 60_000);

afterAll(() => {
  workshop.remove();
});

test('the configuration of Vite', () => {
  const config = blocks('js').find((text) => text.startsWith('// vite.config.js')) ?? '';
  workshop.write({ 'package.json': '{ "type": "module" }', 'vite.config.js': config, 'src/main.ts': PROGRAM });
  const { errors } = workshop.node('node_modules/vite/bin/vite.js', 'build', '--ssr', 'src/main.ts', '--outDir', 'out');
  expect(errors).toBe('');
  expect(workshop.node('out/main.js').output).toBe('true 1\n');
}, 60_000);

test('the command for Node', () => {
  const command = blocks('sh').find((text) => text.startsWith('node ')) ?? '';
  workshop.write({ 'package.json': '{ "type": "module" }', 'program.ts': PROGRAM });
  expect(workshop.node(...command.trim().split(' ').slice(1)).output).toBe('true 1\n');
});

test('the directive', () => {
  const directive = blocks('js').find((text) => text.includes('use asyncio')) ?? '';
  workshop.write({ 'package.json': '{ "type": "module" }', 'other/main.ts': `${directive}${PROGRAM}` });
  const config = { ASYNCIO_TS_INCLUDE: 'src/**' };
  expect(workshop.nodeWith(config, '--import', '@asyncio-ts/compiler/register', 'other/main.ts').output).toBe(
    'true 1\n',
  );
});

test('both configurations of Jest', () => {
  const configs = blocks('json');
  expect(configs).toHaveLength(2);
  for (const [index, config] of configs.entries()) {
    workshop.write({
      [`jest${String(index)}/package.json`]: config,
      [`jest${String(index)}/any.test.js`]: `
        const { iscoroutine } = require('asyncio-ts');
        test('a coroutine', async () => {
          const lazy = (async () => 1)();
          expect([iscoroutine(lazy), await lazy]).toEqual([true, 1]);
        });`,
    });
  }
  const projects = configs.map((_config, index) => `jest${String(index)}`);
  const { errors } = workshop.node('node_modules/jest/bin/jest.js', '-i', '--projects', ...projects);
  expect(errors).toMatch(/Tests: +2 passed, 2 total/);
}, 60_000);
