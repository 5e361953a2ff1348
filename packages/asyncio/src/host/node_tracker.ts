/**
 * How Node finds the native body that executes: by what was remembered for the promise that goes on.
 *
 * An `AsyncLocalStorage` does that, and is free from Node 24 on. Before, it hooks into every promise and all else that
 * goes on later, which makes an `await` three times as dear; hooks into promises alone make it less than twice as dear.
 * Either is made when the first native body starts.
 */
import type { AsyncLocalStorage } from 'node:async_hooks';
import nodeProcess from 'node:process';
import type { Tracker } from './host.js';

/** @internal */
export interface NodeTracker extends Tracker {
  /** Whether what code asks of Node right now would carry its value. */
  marks(): boolean;
  /** Calls `callback` without the value. */
  unmarked(callback: () => void): void;
  /** Has promises go without, until the next `run`; what is remembered may be forgotten. */
  stop(): void;
}

/** A constructor that gives the object which it was given: a subclass adds its private fields to that. */
const Given = function (object: object) {
  return object;
} as unknown as new (object: object) => object;

/** What is remembered for a promise; unlike a property, nobody sees it there. */
class Mark extends Given {
  readonly #value: unknown;

  constructor(promise: object, value: unknown) {
    super(promise);
    this.#value = value;
  }

  static of(promise: object): unknown {
    return #value in promise ? promise.#value : undefined;
  }
}

/** The value of what executes. */
let current: unknown = undefined;
let stopHooks: (() => void) | null = null;

function startHooks(): () => void {
  const { promiseHooks } = nodeProcess.getBuiltinModule('node:v8');
  return promiseHooks.createHook({
    init(promise) {
      if (current !== undefined) new Mark(promise, current);
    },
    before(promise) {
      current = Mark.of(promise);
    },
    after() {
      current = undefined;
    },
  }) as () => void;
}

/** By hooks into promises. Timers and events that a body asks for are nobody's, as in Python. */
const promiseTracker: NodeTracker = {
  run(value, callback, ...args) {
    stopHooks ??= startHooks();
    const outer = current;
    current = value;
    try {
      return callback(...args);
    } finally {
      current = outer;
    }
  },
  get() {
    return current;
  },
  marks() {
    return false;
  },
  unmarked(callback) {
    callback();
  },
  stop() {
    stopHooks?.();
    stopHooks = null;
    current = undefined;
  },
};

let storage: AsyncLocalStorage<unknown> | null = null;

function makeStorage(): AsyncLocalStorage<unknown> {
  const { AsyncLocalStorage: Storage } = nodeProcess.getBuiltinModule('node:async_hooks');
  return new Storage();
}

/** By an `AsyncLocalStorage`. */
const storageTracker: NodeTracker = {
  run(value, callback, ...args) {
    return (storage ??= makeStorage()).run(value, callback, ...args);
  },
  get() {
    return storage?.getStore();
  },
  marks() {
    return storage?.getStore() !== undefined;
  },
  unmarked(callback) {
    if (storage === null) callback();
    else storage.run(undefined, callback);
  },
  stop() {
    storage?.disable();
    storage = null;
  },
};

const [major] = nodeProcess.versions.node.split('.');

export const nodeTracker: NodeTracker = Number(major) < 24 ? promiseTracker : storageTracker;
