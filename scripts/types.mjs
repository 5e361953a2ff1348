// Type-checks everything: the library layer by layer, the other packages, then what uses their sources (tests, type
// tests, examples), then the type tests once more on the built declarations, as a bundler's import and as Node's require
// see them.
import { library, root, succeeds, tool } from './shell.mjs';

const programs = [
  ['--build', library],
  ['--project', `${root}/packages/compiler`, '--noEmit'],
  ['--project', `${root}/packages/cli`],
  ['--project', `${root}/packages/eslint-plugin`, '--noEmit'],
  ['--project', `${root}/test`],
  ['--project', `${root}/test/site`],
  ['--project', `${root}/test/types/tsconfig.import.json`],
  ['--project', `${root}/test/types/tsconfig.require.json`],
];
const failed = programs.filter((args) => !succeeds(tool('tsc'), args));
// The components of the site; its live half as it sees the built library.
if (!succeeds(`${root}/docs/node_modules/.bin/vue-tsc`, ['--project', `${root}/docs/.vitepress`])) failed.push('docs');
process.exit(failed.length === 0 ? 0 : 1);
