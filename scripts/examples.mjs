// Checks and runs the examples of the documentation: the files of docs/examples that its pages show and that have no
// recorded output (which test/examples compares), and the ```ts blocks of the doc comments and of documents outside of the
// site. Each is a program of its own: its types are checked and it runs on the built library, with `asyncio` imported. A
// line `expr; // => value` asserts. Time is virtual, but for those that are shown as `real-time`; those shown as `no-run`
// aren't run at all, and those shown as `wrong` are mistakes to lint, left to the tests of the plugin. All run in the
// folder that has the certificates of the tests, for those that show TLS.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname } from 'node:path';
import { build } from 'esbuild';
import { extract, shownIn } from './examples/extract.mjs';
import { toProgram } from './examples/program.mjs';
import { root, succeeds, tool } from './shell.mjs';

const LIMIT_IN_MILLISECONDS = 20_000;
const workshop = `${root}/.cache/examples`;
const certificates = `${root}/test/support/certificates`;

const sources = readdirSync(`${root}/packages`).map((name) => `packages/${name}/src`);
const pages = filesUnder('docs', '.md').filter(isPage);
const only = process.argv[2] ?? '';
const examples = [
  ...[
    'README.md',
    'CONTRIBUTING.md',
    ...sources.filter((folder) => existsSync(`${root}/${folder}`)).flatMap((folder) => filesUnder(folder, '.ts')),
  ].flatMap((file) => extract(file, text(file))),
  ...exampleFiles(),
].filter(({ file, flags }) => file.includes(only) && !flags.includes('wrong'));

rmSync(workshop, { recursive: true, force: true });
mkdirSync(workshop, { recursive: true });
for (const example of examples) {
  mkdirSync(dirname(`${workshop}/${example.name}`), { recursive: true });
  writeFileSync(`${workshop}/${example.name}.ts`, toProgram(example));
}
// Without the paths that lead to the sources, as these programs are to use what is built.
const settings = {
  extends: '../../docs/tsconfig.json',
  compilerOptions: { allowJs: true, paths: {} },
  include: ['**/*.ts'],
};
writeFileSync(`${workshop}/tsconfig.json`, JSON.stringify(settings));

const typesAreRight = succeeds(tool('tsc'), ['--project', workshop]);

const toRun = examples.filter((example) => !example.flags.includes('no-run'));
await build({
  entryPoints: toRun.map((example) => `${workshop}/${example.name}.ts`),
  outdir: workshop,
  outbase: workshop,
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

/** The files that pages show, each once. What is shown belongs into a file, and each file into a page. */
function exampleFiles() {
  const problems = pages.flatMap((page) =>
    extract(page, text(page)).map(
      ({ line }) => `${page}:${line - 1}: a block of TypeScript that is no file: "::: program"`,
    ),
  );
  const shown = new Map(pages.flatMap((page) => shownIn(text(page))).map(({ name, flags }) => [name, flags]));
  for (const name of shown.keys()) {
    if (!existsSync(`${root}/docs/examples/${name}.ts`))
      problems.push(`docs/examples/${name}.ts: a page shows it, and there is no such file`);
  }
  const files = filesUnder('docs/examples', '.ts').map((file) => file.slice('docs/examples/'.length, -'.ts'.length));
  const asserting = files.filter(
    (name) =>
      !existsSync(`${root}/docs/examples/${name}.out`) && !/(^tour|^reference|^constructs|\/exercises)\//.test(name),
  );
  for (const name of asserting) if (!shown.has(name)) problems.push(`docs/examples/${name}.ts: no page shows it`);
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return asserting.map((name) => {
    const file = `docs/examples/${name}.ts`;
    return { file, line: 1, name, code: text(file), flags: shown.get(name) };
  });
}

/** Not the Chinese pages, which show what the English ones do, nor the reference, which shows what the sources do. */
function isPage(file) {
  return !/^docs\/(zh|reference)\//.test(file);
}

function text(file) {
  return readFileSync(`${root}/${file}`, 'utf8');
}

function filesUnder(folder, extension) {
  return readdirSync(`${root}/${folder}`, { recursive: true })
    .map((name) => `${folder}/${name}`.replaceAll('\\', '/'))
    .filter((name) => name.endsWith(extension) && !name.includes('node_modules/'));
}
