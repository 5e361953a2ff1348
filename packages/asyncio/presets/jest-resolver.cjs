// Jest's resolver; files that are no dependencies get our helpers for `tslib`.
const ours = require.resolve('./compiled.cjs');

module.exports = (path, options) => {
  const isDependency = /[\\/]node_modules([\\/]|$)/.test(options.basedir);
  return path === 'tslib' && !isDependency ? ours : options.defaultResolver(path, options);
};
