// `asyncio-ts/testing` must not have classes of its own where the library has them: of the library it uses the public
// names alone, and takes them from the library's bundle and declarations.
import { dirname, relative, resolve } from 'node:path';
import { library } from '../shell.mjs';

const source = `${library}/src`;

/** The folders whose names are public in a namespace of the root, which has an entry of its own. */
const NAMESPACES = ['contextvars', 'inspect', 'concurrent'];

/** A Rollup plugin: what `src/testing` imports from elsewhere comes from the entry that `fileOf` names. */
export function testingOn(root, fileOf) {
  return {
    name: 'testing',
    resolveId(id, importer) {
      if (importer === undefined || !id.startsWith('.')) return null;
      const folder = relative(source, resolve(dirname(importer), id)).split('/')[0];
      if (folder === 'testing') return null;
      return { id: fileOf(NAMESPACES.includes(folder) ? folder : 'index'), external: true };
    },
    renderChunk(_code, chunk) {
      for (const [file, names] of Object.entries(chunk.importedBindings)) {
        const namespace = NAMESPACES.find((name) => file === fileOf(name));
        const known = namespace === undefined ? root : root[namespace];
        const hidden = names.filter((name) => !(name in known));
        if (hidden.length > 0) throw new Error(`src/testing uses what is not public: ${hidden.join(', ')} of ${file}`);
      }
      return null;
    },
  };
}
