/** Which files are compiled. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { treatmentOfFiles, type FileOptions, type FilterMaker } from '#compiler/files';

const ofCompiler = createRequire(join(__dirname, '../../../packages/compiler/package.json'));
const { createFilter } = ofCompiler('@rollup/pluginutils') as { createFilter: FilterMaker };

function treatment(file: string, options: FileOptions = {}) {
  return treatmentOfFiles(options, createFilter)(file.startsWith('src') ? join(process.cwd(), file) : file);
}

test('without patterns the directive decides', () => {
  expect(treatment('src/a.ts')).toBe('directive');
});

test.each(['src/**', 'src/*.ts', /\/a\.ts$/, [/nothing/, '**/a.ts']])('%p includes src/a.ts', (include) => {
  expect(treatment('src/a.ts', { include })).toBe('whole');
  expect(treatment('/elsewhere/b.js', { include })).toBe('directive');
  expect(treatment('src/a.ts', { include, exclude: 'src/a.*' })).toBe('none');
});

test('what is installed is compiled only if a pattern names its folder', () => {
  const file = '/project/node_modules/package/a.js';
  expect(treatment(file)).toBe('none');
  expect(treatment(file, { include: ['**', /./] })).toBe('none');
  expect(treatment(file, { include: '**/node_modules/package/**' })).toBe('whole');
  expect(treatment(file, { include: /node_modules.package/ })).toBe('whole');
  expect(treatment(file, { include: '**/node_modules/**', exclude: '**/package/**' })).toBe('none');
});

test.each([
  'a.js',
  'a.mjs',
  'a.cjs',
  'a.jsx',
  'a.ts',
  'a.mts',
  'a.cts',
  'a.tsx',
  'a.ts?t=1',
  'a.ts?worker_file&type=module',
])('%s is a script', (name) => {
  expect(treatment(`src/${name}`, { include: 'src/**' })).toBe('whole');
});

test.each([
  'a.css',
  'a.vue',
  'a.d.ts',
  'a.ts?raw',
  'a.ts?worker',
  'a.vue?vue&type=script&lang.ts',
  'a.svelte',
  '\0virtual.ts',
])('%p is none, or a part of something else', (name) => {
  expect(treatment(`src/${name}`, { include: 'src/**' })).toBe('none');
});
