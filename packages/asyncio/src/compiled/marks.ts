/**
 * How functions that a compiler has made are known, and found to belong to their bodies.
 *
 * They are made in loops (`create_task((async () => …)())`), so a mark must cost next to nothing: all that can be
 * shared is in one prototype for each kind, and the body is in a private field, which nobody sees and no other object
 * has.
 */
import { FUNCTION_KIND } from '../core/common/function_kinds.js';

/** A function, of whatever parameters. @public */
export type AnyFunction = (this: unknown, ...args: unknown[]) => unknown;

/** The generator function that is the body of a function. @public */
export type BodyFunction = (this: unknown, ...args: unknown[]) => Generator<unknown, unknown, unknown>;

/** Returns what it is given instead of a new object: a class above it then puts its private fields there. */
// eslint-disable-next-line @typescript-eslint/no-extraneous-class -- a constructor is all there is to it
class Given {
  constructor(given: object) {
    return given;
  }
}

class Stamp extends Given {
  readonly #body: BodyFunction;

  constructor(fn: AnyFunction, body: BodyFunction) {
    super(fn);
    this.#body = body;
  }

  static bodyOf(fn: object): BodyFunction | undefined {
    return #body in fn ? fn.#body : undefined;
  }
}

/** The body of a function that a compiler has made. */
export function bodyOf(fn: object): BodyFunction | undefined {
  return Stamp.bodyOf(fn);
}

function ownName(fn: AnyFunction): string {
  return fn.name.replace(/^(bound )+/, '');
}

/** An attribute that is computed until somebody sets it. */
function attribute(name: string, get: (this: AnyFunction) => unknown): PropertyDescriptor {
  return {
    get,
    set(this: AnyFunction, value: unknown) {
      Object.defineProperty(this, name, { value, configurable: true, writable: true });
    },
    configurable: true,
  };
}

/** What all functions of a kind share. As far as JavaScript can see, they are of the native kind as well. */
function prototypeOf(kind: 'coroutine' | 'asyncgen', native: object): object {
  return Object.create(Reflect.getPrototypeOf(native), {
    [FUNCTION_KIND]: { value: kind },
    __name__: attribute('__name__', function () {
      const name = ownName(this);
      return name === '' ? '<lambda>' : name;
    }),
    __qualname__: attribute('__qualname__', function () {
      return (this as AnyFunction & { __name__: string }).__name__;
    }),
    __wrapped__: attribute('__wrapped__', function () {
      return bodyOf(this);
    }),
  }) as object;
}

// eslint-disable-next-line @typescript-eslint/no-empty-function -- only its prototype counts
async function native(): Promise<void> {}
// eslint-disable-next-line @typescript-eslint/no-empty-function -- as above
async function* nativeGenerator(): AsyncGenerator<never> {}

const COROUTINE = /* @__PURE__ */ prototypeOf('coroutine', native);
const ASYNCGEN = /* @__PURE__ */ prototypeOf('asyncgen', nativeGenerator);

function stamp(fn: AnyFunction, body: BodyFunction, prototype: object): void {
  Object.setPrototypeOf(fn, prototype);
  new Stamp(fn, body);
}

/** Makes a function a coroutine function with this body. */
export function stampCoroutine(fn: AnyFunction, body: BodyFunction): void {
  stamp(fn, body, COROUTINE);
}

/** Makes a function an asynchronous generator function with this body. */
export function stampAsyncgen(fn: AnyFunction, body: BodyFunction): void {
  stamp(fn, body, ASYNCGEN);
}
