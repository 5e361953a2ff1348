// The build for Node is in parts, so that a program reads, compiles and evaluates only what it uses:
//
//   kernel.part.cjs    what nearly all programs use; it is loaded at once
//   io.part.cjs, …     each loaded when the first of its names is looked up
//
// The sources know nothing of that: their imports are ordinary ones. Here, an import of a _late_ module from outside its
// part becomes an object whose properties load the part when they are first read. So the kernel may use what is late in
// functions, but not while it is evaluated; the build looks whether it does. A module that only late ones import is in
// their part. A namespace of the root that is late is such an object, too.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, relative, resolve } from 'node:path';
import { build as esbuild } from 'esbuild';
import { rollup } from 'rollup';
import { library } from '../shell.mjs';

const source = `${library}/src`;
const dist = `${library}/dist`;

/** The late modules of each part: files without extension, or folders. */
const LATE = {
  io: [
    ...['net/io', 'net/descriptors', 'net/connections/clients'],
    ...['net/subprocesses/popen', 'net/subprocesses/process', 'net/subprocesses/subprocess_protocol'],
    ...['core/loop/server_sockets', 'node/network', 'namespaces/subprocess', 'socket', 'ssl'],
  ],
  concurrent: ['concurrent', 'core/loop/default_executor', 'node/workers', 'node/index'],
  inspect: ['inspect'],
  compiled: ['compiled'],
};

const names = Object.keys(LATE);
const fileOf = (part) => `${part}.part.cjs`;
const moduleOf = (id) => relative(source, id).replaceAll('\\', '/').replace(/\.ts$/, '');

/** The part that a module is late in; undefined if it is not. */
function lateIn(id) {
  const module = moduleOf(id);
  return names.find((part) => LATE[part].some((late) => module === late || module.startsWith(`${late}/`)));
}

/** `export * as ssl from './ssl/index.js'`, and the likes in names.ts and the face. */
const NAMESPACE = /^export \* as (\w+) from ['"](.+)\.js['"];$/gm;

/** Writes index.cjs and the parts. */
export async function joinParts(input, plugins, onLog, output) {
  const namespaces = lateNamespaces([input, `${source}/names.ts`]);
  const entries = Object.fromEntries(names.map((part) => [fileOf(part).replace('.cjs', ''), `\0part:${part}`]));
  const bundled = await rollup({
    input: { index: '\0index', ...entries },
    plugins: [late(input, namespaces), ...plugins],
    // A part exports more than its namespaces: what the kernel uses.
    preserveEntrySignatures: 'allow-extension',
    onLog: (level, log) => {
      // They run in circles as soon as one is loaded from the kernel; but it is not loaded while the kernel is evaluated.
      if (log.code !== 'CIRCULAR_CHUNK') onLog(level, log);
    },
  });
  const chunks = {
    ...output,
    dir: dist,
    exports: 'named',
    entryFileNames: '[name].cjs',
    chunkFileNames: '[name].cjs',
    hoistTransitiveImports: false,
    minifyInternalExports: false,
    manualChunks: chunkOf(),
  };
  const { output: kernel } = await bundled.generate({ ...chunks, format: 'cjs' });
  // What the parts import of the kernel is in variables of theirs: looked up in the kernel's exports it would be slower.
  const { output: parts } = await bundled.generate({ ...chunks, format: 'es' });
  mkdirSync(dist, { recursive: true });
  const written = new Set();
  for (const chunk of kernel) {
    const isEager = ['index.cjs', 'kernel.part.cjs'].includes(chunk.fileName);
    const code = isEager ? withLateImports(chunk) : toCommonJS(parts.find((each) => each.fileName === chunk.fileName));
    writeFileSync(`${dist}/${chunk.fileName}`, code);
    written.add(chunk.fileName);
  }
  const expected = ['index.cjs', 'kernel.part.cjs', ...names.map(fileOf)];
  const unexpected = [...written].filter((file) => !expected.includes(file));
  if (unexpected.length > 0) throw new Error(`parts that nobody has named: ${unexpected.join(', ')}`);
  const require = createRequire(import.meta.url);
  require(`${dist}/index.cjs`);
  const loaded = Object.keys(require.cache).map((file) => basename(file));
  for (const part of names) {
    if (loaded.includes(fileOf(part))) throw new Error(`the kernel uses ${fileOf(part)} while it is evaluated`);
  }
}

function lateNamespaces(files) {
  return files.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(NAMESPACE)]
      .map(([, name, path]) => ({ name, id: `${resolve(source, path)}.ts` }))
      .filter(({ id }) => lateIn(id) !== undefined),
  );
}

/** A Rollup plugin: the entries of the parts, and the namespaces that are late. */
function late(face, namespaces) {
  return {
    name: 'late',
    resolveId: (id) => (/^\0(index$|part:|namespace:)/.test(id) ? id : null),
    async load(id) {
      if (id === '\0index') return `export * from ${JSON.stringify(face)};`;
      if (id.startsWith('\0part:')) {
        const own = namespaces.filter((each) => lateIn(each.id) === id.slice('\0part:'.length));
        return own.map(({ name, id: file }) => `export * as ${name} from ${JSON.stringify(file)};`).join('\n');
      }
      if (!id.startsWith('\0namespace:')) return null;
      const { name, id: file } = namespaces.find((each) => id === `\0namespace:${each.name}`);
      const load = `() => require('./${fileOf(lateIn(file))}').${name}`;
      return `export const ${name} = ${lateObject(await exportsOf(file), load)};`;
    },
    transform: (code, id) =>
      moduleOf(id) === 'names' || id === face
        ? code.replace(NAMESPACE, (text, name) => {
            const isLate = namespaces.some((each) => each.name === name);
            return isLate ? `export { ${name} } from '\0namespace:${name}';` : text;
          })
        : null,
  };
}

async function exportsOf(file) {
  const options = { bundle: true, format: 'esm', write: false, metafile: true, platform: 'node', outfile: 'x.mjs' };
  const { metafile } = await esbuild({ entryPoints: [file], external: ['piscina'], ...options });
  return Object.values(metafile.outputs)[0].exports;
}

/** Which chunk a module belongs into. What several parts have, and not the kernel, is in the first that has it. */
function chunkOf() {
  let places;
  return (id, { getModuleIds, getModuleInfo }) => {
    if (places === undefined) {
      places = new Map([['\0index', null], ...names.map((part) => [`\0part:${part}`, `${part}.part`])]);
      const visit = (module, part) => {
        if (places.has(module) || (lateIn(module) ?? part) !== part) return;
        places.set(module, `${part}.part`);
        for (const imported of getModuleInfo(module).importedIds) visit(imported, part);
      };
      for (const imported of getModuleInfo('\0index').importedIds) visit(imported, 'kernel');
      const modules = [...getModuleIds()];
      for (const part of names) for (const module of modules) if (lateIn(module) === part) visit(module, part);
    }
    return places.get(id) ?? null;
  };
}

/** The kernel and what leads to it: where a part was required, an object that requires it later. */
function withLateImports({ code, importedBindings, fileName }) {
  const helper = fileName === 'kernel.part.cjs' ? LATE_OBJECT : '';
  return code
    .replace(/^'use strict';\n/, (text) => text + helper)
    .replace(/^(?:(?:var|const) (\w+) = )?require\('\.\/(\w+)\.part\.cjs'\);\n/gm, (text, variable, part) => {
      if (part === 'kernel') return text;
      const bindings = importedBindings[fileOf(part)];
      return variable === undefined
        ? ''
        : `const ${variable} = ${lateObject(bindings, `() => require('./${fileOf(part)}')`)};\n`;
    });
}

/**
 * An object whose properties are those of another, which is loaded when the first of them is read. Since then it has them
 * itself.
 */
function lateObject(names, load) {
  return `late(${JSON.stringify(names)}, ${load})`;
}

/** What the kernel has for that. Rollup takes the name for a global one, and gives it to nothing else. */
const LATE_OBJECT = `
function late(names, load) {
  const object = {};
  const define = (name, own) => Object.defineProperty(object, name, { enumerable: true, configurable: true, ...own });
  const fill = () => {
    const loaded = load();
    for (const name of names) define(name, { value: loaded[name], writable: true });
    return object;
  };
  const write = (name, value) => {
    fill()[name] = value;
  };
  for (const name of names) define(name, { get: () => fill()[name], set: (value) => write(name, value) });
  return object;
}
`;

/** A part as CommonJS. */
function toCommonJS({ code }) {
  const required = code.replace(/^import \{ ([^}]+) \} from '(.+)';$/gm, (_, bindings, file) => {
    return `const { ${bindings.replaceAll(' as ', ': ')} } = require('${file}');`;
  });
  const exported = required.replace(/^export \{ ([^}]+) \};$/m, (_, bindings) => {
    return bindings
      .split(', ')
      .map((each) => each.split(' as '))
      .map(([own, name = own]) => `exports.${name} = ${own};`)
      .join('\n');
  });
  if (/^(import|export)\b/m.test(exported))
    throw new Error(`a part is not in the form that was expected: ${/^(import|export)\b.*/m.exec(exported)[0]}`);
  return `'use strict';\n\n${exported}`;
}
