/**
 * A Rollup plugin that has Node's modules asked for instead of required: a program that is bundled to one ES module, with
 * this library in it, has no `require`. Each file asks for its own, so that no part of the library loads another for them.
 */
export const builtins = {
  name: 'builtins',
  resolveId: (id, importer) => (id.startsWith('node:') ? `\0${id}?${importer}` : null),
  load: (id) =>
    id.startsWith('\0node:')
      ? {
          code: `export default process.getBuiltinModule('${id.slice(1, id.indexOf('?'))}');`,
          syntheticNamedExports: true,
        }
      : null,
};
