// `asyncio-ts/compiled` is a hidden namespace of the root, so that a class exists once, and tslib, which is bundled.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** A Rollup plugin: what compiled code calls comes from the namespace in `file`. */
export function compiledOn(root, file) {
  const names = Object.keys(root._compiled).sort().join(', ');
  return {
    name: 'compiled',
    resolveId(id) {
      if (id === file) return { id, external: true };
      if (id === 'tslib') return require.resolve('tslib/tslib.es6.js');
      return id === './compiled/index.js' ? id : null;
    },
    load(id) {
      if (id.endsWith('tslib.es6.js')) return readFileSync(id, 'utf8');
      if (id !== './compiled/index.js') return null;
      return `import { _compiled } from '${file}';\nexport const { ${names} } = _compiled;`;
    },
  };
}

/** A Rollup plugin: the helpers come from `file`. */
export function globalsOn(file) {
  return { name: 'globals', resolveId: (id) => (id === './index.compiled.js' ? { id: file, external: true } : null) };
}
