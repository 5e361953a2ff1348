// Looks at the built package as a program sees it: kinds, bases, values, and what arguments are taken for keywords.
import {
  KEYWORD_ONLY,
  POSITIONAL_ONLY,
  POSITIONAL_OR_KEYWORD,
  VAR_KEYWORD,
  VAR_POSITIONAL,
} from './python-signature.mjs';
import { valueOf } from './reference.mjs';
import { widestOf } from './signatures.mjs';

/** Python's private base classes, by what they are called here. */
const PRIVATE_BASES = {
  BaseDefaultEventLoopPolicy: 'AbstractEventLoopPolicy',
  BaseSelectorEventLoop: 'BaseEventLoop',
  _ContextManagerMixin: 'LockManager',
  _LoopBoundMixin: 'LoopBound',
};

const NO_SUCH_KEYWORD = 'no_such_keyword';

/** What is found at a path: `value`, and `owner`, the object it is a member of; `found` tells whether there is any. */
export function lookUp(library, samples, path) {
  const owner = path.slice(0, -1).reduce((above, name) => above?.[name], library);
  const name = path.at(-1);
  const sample = samples[path.slice(0, -1).join('.')];
  if (sample !== undefined && name in sample) return { found: true, owner: sample, value: valueIn(sample, name) };
  if (owner != null && name in Object(owner)) return { found: true, owner, value: valueIn(owner, name) };
  return { found: false, owner, value: undefined };
}

function valueIn(owner, name) {
  try {
    return owner[name];
  } catch {
    return undefined;
  }
}

const isClass = (value) => typeof value === 'function' && /^class\b/.test(Function.prototype.toString.call(value));

/** What is wrong with the kind, the bases or the value of something that exists. */
export function compareKind({ kind, bases, value: text }, { value }, library) {
  const isCoroutineFunction = library.inspect.iscoroutinefunction(value);
  switch (kind) {
    case 'class':
    case 'exception':
      if (!isClass(value)) return ['it is no class'];
      return [...compareBases(bases ?? [], value), ...(kind === 'exception' ? compareException(value, library) : [])];
    case 'coroutine':
      return isCoroutineFunction ? [] : ['it is no coroutine function'];
    case 'function':
    case 'method':
      if (typeof value !== 'function') return ['it is no function'];
      return isCoroutineFunction ? ['it is a coroutine function'] : [];
    case 'constant': {
      const expected = text === undefined ? value : valueOf(text);
      return Object.is(value, expected) ? [] : [`its value is ${String(value)}, not ${text}`];
    }
    default:
      return [];
  }
}

function compareBases(bases, value) {
  const above = [];
  for (let base = Object.getPrototypeOf(value); base?.name; base = Object.getPrototypeOf(base)) above.push(base.name);
  const known = bases.filter((base) => base !== 'object').map((base) => PRIVATE_BASES[base] ?? base);
  return known.filter((base) => !above.includes(base)).map((base) => `it doesn't extend ${base}`);
}

function compareException(value, library) {
  return Object.prototype.isPrototypeOf.call(library.BaseException, value) || value === library.BaseException
    ? []
    : ["it doesn't extend BaseException"];
}

/**
 * Whether the built function takes for keywords what Python's does: each is given together with a keyword that doesn't
 * exist, and the complaint has to be about that one. So no body runs.
 */
export async function compareKeywords(parameters, { owner, value }, forms) {
  const byPosition = parameters.filter(({ kind }) => kind === POSITIONAL_ONLY || kind === POSITIONAL_OR_KEYWORD);
  if (parameters.some(({ kind }) => kind === VAR_POSITIONAL)) return [];
  const widest = widestOf(forms, false);
  const isOpen = parameters.some(({ kind }) => kind === VAR_KEYWORD);
  const problems = [];
  for (const parameter of parameters) {
    const index = byPosition.indexOf(parameter);
    const isKeyword = parameter.kind === KEYWORD_ONLY || parameter.kind === POSITIONAL_OR_KEYWORD;
    const takesAny = index >= 0 && (widest.positional[index]?.takesAny ?? false);
    if (!isKeyword || takesAny || (isOpen && index < 0)) continue;
    const given = byPosition.slice(0, index < 0 ? undefined : index).map(() => null);
    // Where any keyword is taken, the complaint is about one argument that is given twice.
    const args = isOpen
      ? [...given, null, { [parameter.name]: null }]
      : [...given, { [parameter.name]: null, [NO_SUCH_KEYWORD]: null }];
    const complaint = await complaintOf(owner, value, args);
    // Functions that CPython has written in C count all arguments first.
    const isCounted = complaint?.message.endsWith(`(${given.length + 2} given)`);
    const expected = isOpen ? `multiple values for argument '${parameter.name}'` : NO_SUCH_KEYWORD;
    if (complaint?.message.includes(expected) || isCounted) continue;
    problems.push(`keyword '${parameter.name}' isn't taken: ${complaint?.message ?? 'no complaint'}`);
  }
  return problems;
}

/** What a call raises, or rejects with; null if nothing. */
async function complaintOf(owner, value, args) {
  try {
    const result = isClass(value) ? Reflect.construct(value, args) : Reflect.apply(value, owner, args);
    if (result instanceof Promise) await result;
    result?.close?.();
    return null;
  } catch (error) {
    return error;
  }
}
