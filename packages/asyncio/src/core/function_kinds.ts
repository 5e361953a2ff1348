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

/** The kind of a function. A bound function keeps the kind of its target. */
export function kindOf(fn: (...args: never[]) => unknown): FunctionKind {
  return markOf(fn) ?? TAGS[Object.prototype.toString.call(fn)] ?? 'plain';
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
  const name = names.__name__ ?? names.name;
  Object.defineProperties(wrapper, {
    name: { value: names.name, configurable: true },
    __name__: { value: name === '' ? '<lambda>' : name, configurable: true, writable: true },
    __qualname__: {
      value: names.__qualname__ ?? (name === '' ? '<lambda>' : name),
      configurable: true,
      writable: true,
    },
    __wrapped__: { value: wrapped, configurable: true, writable: true },
  });
}

/** Marks functions of the library that make coroutines themselves, so that `inspect` knows them. */
export function markCoroutineFunctions(...functions: readonly object[]): void {
  for (const fn of functions) Object.setPrototypeOf(fn, PROTOTYPES.coroutine);
}
