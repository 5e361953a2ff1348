// The list of Python's public names, and where each is to be found in the library.
import { readFileSync } from 'node:fs';
import { parseSignature } from './python-signature.mjs';

/** What the list can't tell, since CPython shows no signature of it, or leaves a default out that is `inspect._empty`. */
const SIGNATURES = {
  'asyncio.Future.add_done_callback': '(self, fn, /, *, context=None)',
  'asyncio.Task.add_done_callback': '(self, fn, /, *, context=None)',
  'contextvars.Context': '()',
  'contextvars.Context.run': '(self, callable, /, *args, **kwargs)',
  'contextvars.ContextVar': '(name, /, *, default=<nothing>)',
  'contextvars.ContextVar.get': '(self, default=<nothing>, /)',
  'inspect.Parameter': '(name, kind, *, default=<empty>, annotation=<empty>)',
  'inspect.Signature': '(parameters=None, *, return_annotation=<empty>, __validate_parameters__=True)',
};

/** What the list calls a method, since it can be called, but is an attribute that holds a class. */
const CLASS_ATTRIBUTES = new Set(['inspect.Parameter.empty', 'inspect.Signature.empty']);

/** Python's modules, as they are reached from the package's root. */
const MODULES = { asyncio: [], builtins: [], contextvars: ['contextvars'], inspect: ['inspect'] };

/** Python's names, as `scripts/api-coverage/python-api-3.14.json` lists them. */
export function readReference() {
  return toReference(JSON.parse(readFileSync(new URL('python-api-3.14.json', import.meta.url), 'utf8')).names);
}

/**
 * Python's names, made of such a list. Each has Python's `name`, its `kind`, perhaps `bases` and `value` (Python's text of it), and here its
 * `path` from the package's root, and its `parameters` or null.
 */
export function toReference(names) {
  return names.map((entry) => {
    const kind = CLASS_ATTRIBUTES.has(entry.name) ? 'attribute' : entry.kind;
    const signature = kind === 'attribute' ? undefined : (SIGNATURES[entry.name] ?? entry.signature);
    const parameters = signature === undefined ? null : parseSignature(signature);
    return { ...entry, kind, path: pathOf(entry.name), parameters };
  });
}

/** Python's module in which a name stands. */
export const moduleOf = (name) => (name.startsWith('concurrent.futures.') ? 'concurrent.futures' : name.split('.')[0]);

function pathOf(name) {
  const module = moduleOf(name);
  const rest = name.slice(module.length + 1).split('.');
  return module === 'concurrent.futures' ? ['concurrent', ...rest] : [...MODULES[module], ...rest];
}

/** The value that Python's text of a constant stands for; undefined if it isn't a plain one. */
export function valueOf(text) {
  const constants = { None: null, True: true, False: false };
  if (Object.hasOwn(constants, text)) return constants[text];
  const string = /^'([^'\\]*)'$/.exec(text);
  if (string !== null) return string[1];
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : undefined;
}
