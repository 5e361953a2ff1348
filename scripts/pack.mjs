// Packs a built package as it would be published, into .cache: the library as package.tgz, `pack.mjs eslint-plugin` as
// eslint-plugin.tgz.
import { mkdirSync, renameSync } from 'node:fs';
import { output, root } from './shell.mjs';

const [folder = 'asyncio'] = process.argv.slice(2);
const archive = folder === 'asyncio' ? 'package' : folder;

mkdirSync(`${root}/.cache`, { recursive: true });
const [{ filename, files }] = JSON.parse(
  output('npm', ['pack', '--json', '--pack-destination', `${root}/.cache`], { cwd: `${root}/packages/${folder}` }),
);
renameSync(`${root}/.cache/${filename}`, `${root}/.cache/${archive}.tgz`);
console.log(`${filename}: ${files.map(({ path }) => path).join(', ')}`);
