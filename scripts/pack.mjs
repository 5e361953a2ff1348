// Packs a built package as it would be published, into .cache: the library as package.tgz, `pack.mjs eslint-plugin` as
// eslint-plugin.tgz. pnpm writes the versions of the workspace into it.
import { mkdirSync, readFileSync, renameSync } from 'node:fs';
import { output, root } from './shell.mjs';

const [folder = 'asyncio'] = process.argv.slice(2);
const archive = folder === 'asyncio' ? 'package' : folder;

mkdirSync(`${root}/.cache`, { recursive: true });
const { packageManager } = JSON.parse(readFileSync(`${root}/package.json`, 'utf8'));
const { filename, files } = JSON.parse(
  output('npx', ['--yes', packageManager, 'pack', '--json', '--pack-destination', `${root}/.cache`], {
    cwd: `${root}/packages/${folder}`,
  }),
);
renameSync(filename, `${root}/.cache/${archive}.tgz`);
console.log(`${archive}.tgz: ${files.map(({ path }) => path).join(', ')}`);
