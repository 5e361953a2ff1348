// What Jest's packages and the tests import from Node, for a browser. A test that needs any of it fails, and has to be named
// in `excluded.mjs`: what is asked for can be taken in hand, as modules do while they load, but whoever uses it is refused.
import { builtinModules } from 'node:module';

const NAMES = [...builtinModules.filter((name) => !name.startsWith('_')), 'graceful-fs', 'esbuild', 'typescript'];

/** What Jest's packages do use of them. */
const KNOWN = {
  process: 'globalThis.fakeProcess',
  assert: '{ AssertionError: class AssertionError extends Error {} }',
  async_hooks: `{
    AsyncLocalStorage: class { getStore() {} run(store, call, ...args) { return call(...args); } },
  }`,
  module: '{ builtinModules: [] }',
  path: `{
    sep: '/',
    join: (...parts) => parts.join('/'),
    resolve: (...parts) => parts.join('/'),
    basename: (path) => path.split('/').pop(),
    dirname: (path) => path,
    normalize: (path) => path,
    relative: (from, to) => to,
    extname: () => '',
    isAbsolute: () => true,
  }`,
  // For the names of tests.
  util: '{ format: (text, ...values) => text.replace(/%[a-z]/g, () => String(values.shift())) }',
};

const refusing = (name) => `
  const refuse = (name) => { throw new Error(name + ' is of Node, and there is none in a browser'); };
  const refusing = (name, known) => new Proxy(Object.assign(function () {}, known), {
    get: (target, key) => {
      if (key === 'prototype' || Object.hasOwn(known, key)) return target[key];
      if (typeof key === 'symbol' || key === 'then' || key === 'toString') return refuse(name);
      return key === '__esModule' ? false : refusing(name + '.' + key, {});
    },
    set: () => refuse(name),
    apply: () => refuse(name),
    construct: () => refuse(name),
  });
  module.exports = refusing(${JSON.stringify(name)}, ${KNOWN[name] ?? '{}'});`;

/** @type {import('esbuild').Plugin} */
export const stubs = {
  name: 'stubs',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: new RegExp(`^(node:)?(${NAMES.join('|')})$`) }, ({ path }) => ({
      path: path.replace(/^node:/, ''),
      namespace: 'stub',
    }));
    onLoad({ filter: /.*/, namespace: 'stub' }, ({ path }) => ({ contents: refusing(path) }));
  },
};
