// node build.mjs <folder>: puts the command into the folder as it is installed, built from the sources.
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundlePackage, COMMAND } from '../../scripts/build/package.mjs';

const [, , folder] = process.argv;

// The library and the compiler, which the tests of the compiler need as well.
await import('../compiler/adapters/build.mjs');
await bundlePackage('cli', COMMAND, join(folder, 'command/dist'), ['esm']);
for (const part of ['package.json', 'bin']) {
  cpSync(fileURLToPath(new URL(`../../packages/cli/${part}`, import.meta.url)), join(folder, 'command', part), {
    recursive: true,
  });
}
