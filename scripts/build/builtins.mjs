/**
 * A Rollup plugin that has Node's modules asked for instead of required: a program that is bundled to one ES module, with
 * this library in it, has no `require`.
 */
export const builtins = {
  name: 'builtins',
  resolveId: (id) => (id.startsWith('node:') ? `\0${id}` : null),
  load: (id) =>
    id.startsWith('\0node:')
      ? { code: `export default process.getBuiltinModule('${id.slice(1)}');`, syntheticNamedExports: true }
      : null,
};
