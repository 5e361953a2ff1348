// What Jest's packages import from Node, for a browser. They need next to nothing of it there: anything that is asked for
// is a function that gives itself. The tests get the same, so that those which do need Node fail, and have to be named in
// `excluded.mjs`.
import { builtinModules } from 'node:module';

const NAMES = [...builtinModules.filter((name) => !name.startsWith('_')), 'graceful-fs', 'esbuild', 'typescript'];

/** Those from which something is needed. */
const CONTENTS = {
  process: 'module.exports = globalThis.fakeProcess;',
  async_hooks:
    'exports.AsyncLocalStorage = class { getStore() {} run(store, call, ...args) { return call(...args); } };',
  path: `
    exports.sep = '/';
    exports.join = exports.resolve = (...parts) => parts.join('/');
    exports.basename = (path) => path.split('/').pop();
    exports.dirname = exports.normalize = (path) => path;
    exports.relative = (from, to) => to;
    exports.extname = () => '';
    exports.isAbsolute = () => true;`,
};

const ANYTHING = `
  const anything = new Proxy(function () { return anything; }, {
    get: (_, key) => key === '__esModule' ? true : key === Symbol.toPrimitive ? () => '' : key === 'prototype' ? {} : anything,
  });
  module.exports = anything;`;

/** @type {import('esbuild').Plugin} */
export const stubs = {
  name: 'stubs',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: new RegExp(`^(node:)?(${NAMES.join('|')})$`) }, ({ path }) => ({
      path: path.replace(/^node:/, ''),
      namespace: 'stub',
    }));
    onLoad({ filter: /.*/, namespace: 'stub' }, ({ path }) => ({ contents: CONTENTS[path] ?? ANYTHING }));
  },
};
