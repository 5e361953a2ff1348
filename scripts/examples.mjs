// Checks and runs the examples of the doc comments and the documentation. Each ```ts block is a program of its own: its
// types are checked and it runs on the built library, with `asyncio` imported. A line `expr; // => value` asserts.
// Time is virtual, but in a block opened by ```ts real-time; and one opened by ```ts no-run isn't run at all. They run in
// the folder that has the certificates of the tests, for those that show TLS.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { build } from 'esbuild';
import { extract } from './examples/extract.mjs';
import { toProgram } from './examples/program.mjs';
import { root, succeeds, tool } from './shell.mjs';

const LIMIT_IN_MILLISECONDS = 20_000;
const workshop = `${root}/.cache/examples`;
const certificates = `${root}/test/support/certificates`;

const sources = readdirSync(`${root}/packages`).map((name) => `packages/${name}/src`);
const files = [
  ...['README.md', 'CONTRIBUTING.md', ...filesUnder('docs', '.md').filter(isWritten)],
  ...sources.filter((folder) => existsSync(`${root}/${folder}`)).flatMap((folder) => filesUnder(folder, '.ts')),
];
const only = process.argv[2] ?? '';
const examples = files
  .filter((file) => file.includes(only))
  .flatMap((file) => extract(file, readFileSync(`${root}/${file}`, 'utf8')));

rmSync(workshop, { recursive: true, force: true });
mkdirSync(workshop, { recursive: true });
for (const example of examples) writeFileSync(`${workshop}/${example.name}.ts`, toProgram(example));
// Without the paths that lead to the sources, as these programs are to use what is built.
const settings = {
  extends: '../../docs/tsconfig.json',
  compilerOptions: { allowJs: true, paths: {} },
  include: ['*.ts'],
};
writeFileSync(`${workshop}/tsconfig.json`, JSON.stringify(settings));

const typesAreRight = succeeds(tool('tsc'), ['--project', workshop]);

const toRun = examples.filter((example) => !example.flags.includes('no-run'));
await build({
  entryPoints: toRun.map((example) => `${workshop}/${example.name}.ts`),
  outdir: workshop,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  keepNames: true,
  packages: 'external',
  external: ['*/expect-example.mjs', '*/virtual-time.mjs'],
  platform: 'node',
  format: 'esm',
  target: 'node20',
  sourcemap: 'inline',
  logLevel: 'warning',
});

const failures = [];
const queue = [...toRun];
await Promise.all(
  Array.from({ length: availableParallelism() }, async () => {
    for (let example = queue.shift(); example !== undefined; example = queue.shift()) {
      const { passed, printed } = await runProgram(`${workshop}/${example.name}.mjs`);
      if (!passed) failures.push(`${example.file}:${example.line}\n${printed.trimEnd()}`);
    }
  }),
);

for (const failure of failures) console.error(`\n✗ ${failure}`);
console.log(`${toRun.length - failures.length} of ${toRun.length} examples ran as they say.`);
process.exit(typesAreRight && failures.length === 0 ? 0 : 1);

function runProgram(program) {
  return new Promise((resolve) => {
    const options = { cwd: certificates, timeout: LIMIT_IN_MILLISECONDS };
    const child = spawn(process.execPath, ['--enable-source-maps', program], options);
    let printed = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (printed += chunk));
    child.on('close', (code, signal) => {
      if (signal !== null) printed += `\nended by ${signal}: it ran longer than ${LIMIT_IN_MILLISECONDS / 1000} s`;
      else if (code !== 0) printed += `\nexit code ${code}`;
      resolve({ passed: code === 0, printed });
    });
  });
}

/** Whether a page is written by hand: those of the reference repeat the examples of the doc comments. */
function isWritten(file) {
  return !file.startsWith('docs/reference/');
}

function filesUnder(folder, extension) {
  return readdirSync(`${root}/${folder}`, { recursive: true })
    .map((name) => `${folder}/${name}`.replaceAll('\\', '/'))
    .filter((name) => name.endsWith(extension) && !name.includes('node_modules/'));
}
