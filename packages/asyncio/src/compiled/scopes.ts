/**
 * `await using` in compiled code, which is Python's `async with` there: managers see the exception of the block. How a
 * block looks is in docs/contributing/compiler.md.
 */
import { BaseException, Exception, chainContext, toException } from '../builtins/exceptions.js';
import { isTrue } from '../builtins/truth.js';
import { Disposal } from '../core/statements/async_with.js';
import type { Gen } from '../core/common/awaitable.js';
import { isAwaitable } from '../core/futures/awaiting.js';
import { Immediate, type Delegate } from '../core/statements/bodies.js';
import { managerOf, synchronousManagerOf, type Manager } from '../core/statements/context_managers.js';
import { Coroutine } from '../core/coroutines/coroutines.js';
import { GeneratorCoroutine } from '../core/coroutines/generator_coroutine.js';
import { suppressedError } from './suppressed_error.js';

const AENTER = { name: '__aenter__', isInline: true };
const AEXIT = { name: '__aexit__', isInline: true };

/** Evaluates to a value as it is, even if that could be awaited. */
class AsItIs {
  readonly #value: unknown;

  constructor(value: unknown) {
    this.#value = value;
  }

  __await__(): Iterator<unknown> {
    return { next: () => ({ done: true, value: this.#value }) };
  }
}

function unawaited(value: unknown): unknown {
  return isAwaitable(value) ? new AsItIs(value) : value;
}

/** A block and the managers that were entered in it. @public */
export interface Scope {
  /** Enters a manager; gives what is to be awaited for its value. */
  enter(manager: unknown): unknown;
  /** Takes what `using` declares; gives its value. */
  use(manager: unknown): unknown;
  /** Takes the error of the block. */
  fail(error: unknown): void;
  /** Leaves the managers in the opposite order; gives what is to be awaited, which raises what is left of an error. */
  leave(): unknown;
}

/** Python's rule and JavaScript's, manager by manager. */
export class ManagerScope implements Scope {
  /** Whether there is `await using` in it; TypeScript's helpers want to know. */
  waits: boolean = false;
  readonly #managers: Manager[] = [];
  #failed = false;
  #error: unknown = undefined;

  enter(manager: unknown): unknown {
    if (manager === null || manager === undefined) return manager;
    if (manager instanceof Disposal) {
      this.#managers.push(Disposal.managerOf(manager as Disposal<unknown>));
      return manager;
    }
    const protocol = managerOf(manager);
    const entering = protocol.enter();
    if (!(entering instanceof Immediate)) return new GeneratorCoroutine(this.#enter(protocol, entering), AENTER);
    this.#managers.push(protocol);
    return unawaited(entering.value);
  }

  use(manager: unknown): unknown {
    if (manager === null || manager === undefined) return manager;
    const protocol = synchronousManagerOf(manager);
    const value = (protocol.enter() as { readonly value?: unknown }).value;
    this.#managers.push(protocol);
    return value;
  }

  /** Counts a manager among those to be left. */
  add(manager: Manager): void {
    this.#managers.push(manager);
  }

  fail(error: unknown): void {
    this.#failed = true;
    this.#error = error;
  }

  leave(): unknown {
    if (!this.#failed) {
      if (this.#managers.length === 0) return undefined;
      if (this.#managers.length === 1) {
        const left = (this.#managers.pop() as Manager).leave(null, null);
        if (left instanceof Immediate) return undefined;
        return left instanceof Coroutine ? left : new GeneratorCoroutine(delegateTo(left), AEXIT);
      }
    }
    return new GeneratorCoroutine(this.#leave(), AEXIT);
  }

  /** The same where there is nothing to wait for. */
  leaveNow(): void {
    this.#leave().next();
  }

  *#enter(manager: Manager, entering: Delegate<unknown>): Gen<unknown> {
    const value = yield* entering;
    this.#managers.push(manager);
    return value;
  }

  *#leave(): Gen<void> {
    for (let manager = this.#managers.pop(); manager !== undefined; manager = this.#managers.pop()) {
      const handled = this.#failed ? toException(this.#error) : null;
      try {
        const suppresses = yield* manager.leave(handled === null ? null : handled.constructor, handled);
        if (handled !== null && isTrue(suppresses)) this.#failed = false;
      } catch (raised) {
        this.#error = handled === null ? raised : this.#beside(manager, raised, handled);
        this.#failed = true;
      }
    }
    if (this.#failed) throw this.#error;
  }

  /** What goes on when a manager raises an error beside the one at hand. */
  #beside(manager: Manager, raised: unknown, handled: Error): unknown {
    // A cancellation must be known as one, whatever it meets.
    const isControl = raised instanceof BaseException && !(raised instanceof Exception);
    if (manager.disposes && !isControl) return suppressedError(raised, this.#error);
    if (raised instanceof Error && raised !== this.#error) chainContext(raised, handled);
    return raised;
  }
}

function* delegateTo(left: Iterable<unknown, unknown, unknown>): Gen<unknown> {
  return yield* left as Gen<unknown>;
}

/**
 * Begins a block with `await using`.
 *
 * @public
 */
export function scope(): Scope {
  return new ManagerScope();
}
