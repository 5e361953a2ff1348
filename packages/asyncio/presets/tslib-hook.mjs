// A module hook: files that are no dependencies get our helpers for `tslib`; a dependency's own use of it goes on.
const folder = new URL('.', import.meta.url);

export function isOurs(specifier, parent) {
  return specifier === 'tslib' && parent !== undefined && !/[\\/]node_modules[\\/]/.test(parent);
}

export function resolve(specifier, context, next) {
  if (!isOurs(specifier, context.parentURL)) return next(specifier, context);
  const isRequired = context.conditions?.includes('require') === true;
  const url = new URL(isRequired ? 'compiled.cjs' : 'compiled.mjs', folder).href;
  return { url, format: isRequired ? 'commonjs' : 'module', shortCircuit: true };
}
