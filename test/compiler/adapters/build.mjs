// node build.mjs <folder>: puts into the folder's node_modules what the projects of the tests use: the library and the
// compiler, built from their sources and laid out as they are published, and links to what is installed here.
import { cpSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { bundlePackage, COMPILER } from '../../../scripts/build/package.mjs';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const installed = join(process.argv[2], 'node_modules');

await Promise.all([library(), compiler()]);
link(join(root, 'packages/compiler/node_modules'), installed);
link(join(root, 'node_modules'), installed);

/** As in the published package, all entries are parts of one bundle. */
async function library() {
  const folder = join(installed, 'asyncio-ts');
  const source = join(root, 'packages/asyncio/src');
  const entries = { index: 'index.node', compiled: 'index.compiled' };
  const contents = Object.entries(entries).map(([name, file]) => `export * as ${name} from './${file}.ts';`);
  await build({
    stdin: { contents: contents.join('\n'), resolveDir: source },
    outfile: join(folder, 'library.cjs'),
    bundle: true,
    keepNames: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    // The package promises to have no side effects; among its inner files the one that registers the host has.
    ignoreAnnotations: true,
    logLevel: 'error',
  });
  const built = createRequire(import.meta.url)(join(folder, 'library.cjs'));
  for (const name of Object.keys(entries)) {
    const names = Object.keys(built[name]).join(', ');
    writeFileSync(join(folder, `${name}.cjs`), `module.exports = require('./library.cjs').${name};\n`);
    writeFileSync(
      join(folder, `${name}.mjs`),
      `import library from './library.cjs';\nexport const { ${names} } = library.${name};\n`,
    );
  }
  const exports = Object.fromEntries(
    Object.keys(entries).map((name) => [
      name === 'index' ? '.' : `./${name}`,
      { import: `./${name}.mjs`, require: `./${name}.cjs` },
    ]),
  );
  cpSync(join(root, 'packages/asyncio/presets/jest-setup.cjs'), join(folder, 'jest-setup.cjs'));
  exports['./jest-setup'] = './jest-setup.cjs';
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'asyncio-ts', exports }));
}

async function compiler() {
  const folder = join(installed, '@asyncio-ts/compiler');
  await bundlePackage('compiler', COMPILER, join(folder, 'dist'));
  for (const file of ['package.json', 'jest-preset.json']) {
    cpSync(join(root, 'packages/compiler', file), join(folder, file));
  }
}

/** Links each package of a node_modules folder that isn't there yet. */
function link(from, to) {
  for (const name of readdirSync(from)) {
    if (name.startsWith('.')) continue;
    const scoped = name.startsWith('@') ? readdirSync(join(from, name)).map((inner) => `${name}/${inner}`) : [name];
    for (const each of scoped) {
      mkdirSync(dirname(join(to, each)), { recursive: true });
      try {
        symlinkSync(join(from, each), join(to, each), 'junction');
      } catch (error) {
        if (error.code !== 'EEXIST') throw error;
      }
    }
  }
}
