// Packs the built library as it would be published, into .cache/package.tgz.
import { mkdirSync, renameSync } from 'node:fs';
import { library, output, root } from './shell.mjs';

mkdirSync(`${root}/.cache`, { recursive: true });
const [{ filename, files }] = JSON.parse(
  output('npm', ['pack', '--json', '--pack-destination', `${root}/.cache`], { cwd: library }),
);
renameSync(`${root}/.cache/${filename}`, `${root}/.cache/package.tgz`);
console.log(`${filename}: ${files.map(({ path }) => path).join(', ')}`);
