/** What kind of function a function is: native kinds by their tag, ours by a mark on their prototype. */

/** The mark; the prototype of every function that the library made carries it, so that `bind` keeps it. */
export const FUNCTION_KIND: unique symbol = Symbol.for('asyncio-ts.function_kind') as never;

/** The kinds that a mark names. */
export type MarkedKind = 'coroutine' | 'asyncgen' | 'generator';

/** All kinds. */
export type FunctionKind = MarkedKind | 'async' | 'async generator' | 'raw generator' | 'plain';

const TAGS: Readonly<Record<string, FunctionKind>> = {
  '[object AsyncFunction]': 'async',
  '[object AsyncGeneratorFunction]': 'async generator',
  '[object GeneratorFunction]': 'raw generator',
};

/** The mark of a function, or undefined. */
export function markOf(fn: unknown): MarkedKind | undefined {
  return typeof fn === 'function' ? (fn as { [FUNCTION_KIND]?: MarkedKind })[FUNCTION_KIND] : undefined;
}

// eslint-disable-next-line @typescript-eslint/no-empty-function -- it is never called
const GENERATOR_FUNCTION: unknown = Object.getPrototypeOf(function* (): Generator<never> {});

// eslint-disable-next-line no-restricted-syntax, @typescript-eslint/no-empty-function -- as above
const ASYNC_FUNCTION: unknown = Object.getPrototypeOf(async (): Promise<void> => {});

/**
 * The kind by the prototype, which is quicker but knows only this realm. Plain is asked first: compiled down, all are.
 */
function kindInThisRealm(fn: object): FunctionKind | undefined {
  const prototype: unknown = Object.getPrototypeOf(fn);
  if (prototype === Function.prototype) return 'plain';
  if (prototype === GENERATOR_FUNCTION) return 'raw generator';
  return prototype === ASYNC_FUNCTION ? 'async' : undefined;
}

/** The kind of a function. A bound function keeps the kind of its target. */
export function kindOf(fn: (...args: never[]) => unknown): FunctionKind {
  const known = Object.hasOwn(fn, FUNCTION_KIND) ? undefined : kindInThisRealm(fn);
  return known ?? markOf(fn) ?? TAGS[Object.prototype.toString.call(fn)] ?? 'plain';
}

/** How TypeScript begins a function that it has compiled down: `return __awaiter(`, `=> tslib_1.__asyncGenerator(`. */
const HELPER =
  /^[^{}]*?(?:=> |\{\s*(?:(?:const|var) [\w$]+ = (?:Object\.create\(null, \{[^;]*|[^;{]*);\s*)*return )(?:\(0, )?(?:[\w$]+\.)?__(awaiter|asyncGenerator)\)?\(/;

/**
 * The kind of a function that TypeScript has compiled down, which only its text can tell. To be asked where that
 * counts.
 */
export function helperKindOf(fn: (...args: never[]) => unknown): 'coroutine' | 'asyncgen' | undefined {
  const helper = HELPER.exec(Function.prototype.toString.call(fn))?.[1];
  if (helper === undefined) return undefined;
  return helper === 'awaiter' ? 'coroutine' : 'asyncgen';
}

function markedPrototype(kind: MarkedKind): object {
  const prototype = Object.create(Function.prototype) as object;
  Object.defineProperty(prototype, FUNCTION_KIND, { value: kind });
  return prototype;
}

const PROTOTYPES: Readonly<Record<MarkedKind, object>> = {
  coroutine: markedPrototype('coroutine'),
  asyncgen: markedPrototype('asyncgen'),
  generator: markedPrototype('generator'),
};

/** Marks a wrapper, and gives it the names of what it wraps. */
export function mark(
  wrapper: (...args: never[]) => unknown,
  kind: MarkedKind,
  wrapped: { readonly name: string },
): void {
  Object.setPrototypeOf(wrapper, PROTOTYPES[kind]);
  const names = wrapped as { readonly name: string; readonly __name__?: string; readonly __qualname__?: string };
  // A bound function goes by the name of its target.
  const ownName = names.name.replace(/^(bound )+/, '');
  const name = names.__name__ ?? (ownName === '' ? '<lambda>' : ownName);
  Object.defineProperties(wrapper, {
    name: { value: ownName, configurable: true },
    __name__: { value: name, configurable: true, writable: true },
    __qualname__: { value: names.__qualname__ ?? name, configurable: true, writable: true },
    __wrapped__: { value: wrapped, configurable: true, writable: true },
  });
}

/** Marks functions of the library that make coroutines themselves, so that `inspect` knows them. */
export function markCoroutineFunctions(...functions: readonly object[]): void {
  for (const fn of functions) Object.setPrototypeOf(fn, PROTOTYPES.coroutine);
}
