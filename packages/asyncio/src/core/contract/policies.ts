/** Policies, deprecated since Python 3.14: they make loops, and know the one that was set. */
import { signature } from '../../builtins/arguments.js';
import { NotImplementedError, RuntimeError, TypeError } from '../../builtins/exceptions.js';
import { typeName } from '../../builtins/repr.js';
import { AbstractEventLoop } from './events.js';
import { warn } from '../../host/log.js';

/** The argument of `set_event_loop`, as keyword. @public */
export interface CurrentLoopKeyword {
  /** The loop; null for none. */
  readonly loop: AbstractEventLoop | null | undefined;
}

const setLoopMethodSpec = signature('BaseDefaultEventLoopPolicy.set_event_loop(self, loop)');
const abstractSetLoopSpec = signature('AbstractEventLoopPolicy.set_event_loop(self, loop)');
const setPolicySpec = signature('set_event_loop_policy(policy)');

const NO_CHILD_WATCHERS = 'Python has no child watchers since 3.14: a loop hears of its children by itself';

/**
 * What makes loops and knows the current one.
 *
 * @deprecated Policies are deprecated since Python 3.14 and go in 3.16; use `loop_factory` of `run` and `Runner`.
 * @remarks
 * **Python.** `asyncio.AbstractEventLoopPolicy`. Every method raises `NotImplementedError`.
 *
 * @example
 * ```ts
 * class Counting extends asyncio.AbstractEventLoopPolicy {
 *   made = 0;
 *   override new_event_loop() {
 *     this.made += 1;
 *     return new asyncio.SelectorEventLoop();
 *   }
 * }
 * const policy = new Counting();
 * policy.new_event_loop().close();
 * policy.made; // => 1
 * ```
 *
 * @public
 */
export class AbstractEventLoopPolicy {
  /** The current loop. */
  get_event_loop(): AbstractEventLoop {
    throw new NotImplementedError();
  }

  /** Sets the current loop. */
  set_event_loop(loop: AbstractEventLoop | CurrentLoopKeyword | null): void;
  set_event_loop(...args: readonly unknown[]): void {
    abstractSetLoopSpec.bind(args);
    throw new NotImplementedError();
  }

  /** Makes a loop. */
  new_event_loop(): AbstractEventLoop {
    throw new NotImplementedError();
  }

  /**
   * Nothing: what told loops of the end of their children.
   *
   * @deprecated Since Python 3.12; 3.14 has it no more.
   * @throws NotImplementedError always.
   */
  get_child_watcher(): never {
    throw new NotImplementedError(NO_CHILD_WATCHERS);
  }

  /**
   * Nothing, as {@link AbstractEventLoopPolicy.get_child_watcher}.
   *
   * @deprecated Since Python 3.12; 3.14 has it no more.
   * @param watcher - What would be told.
   * @throws NotImplementedError always.
   */
  set_child_watcher(watcher: unknown): never {
    void watcher;
    throw new NotImplementedError(NO_CHILD_WATCHERS);
  }
}

let makeLoop: (() => AbstractEventLoop) | null = null;

/** Registers the loop class of the platform: its face calls this. */
export function setDefaultLoopFactory(factory: () => AbstractEventLoop): void {
  makeLoop = factory;
}

/**
 * The policy that is in force unless another is set: one current loop per thread, none until one is set.
 *
 * @deprecated As all policies.
 * @remarks
 * **Python.** `asyncio.DefaultEventLoopPolicy`. Since 3.14 it makes no loop by itself where none is set.
 *
 * @example
 * ```ts
 * const policy = new asyncio.DefaultEventLoopPolicy();
 * const loop = policy.new_event_loop();
 * policy.set_event_loop(loop);
 * policy.get_event_loop() === loop; // => true
 * loop.close();
 * ```
 *
 * @public
 */
export class DefaultEventLoopPolicy extends AbstractEventLoopPolicy {
  #loop: AbstractEventLoop | null = null;

  /** The loop that was set; without one it raises `RuntimeError`. */
  override get_event_loop(): AbstractEventLoop {
    if (this.#loop === null) throw new RuntimeError("There is no current event loop in thread 'MainThread'.");
    return this.#loop;
  }

  /** Sets the current loop; null for none. */
  override set_event_loop(loop: AbstractEventLoop | CurrentLoopKeyword | null): void;
  override set_event_loop(...args: readonly unknown[]): void {
    const given = setLoopMethodSpec.bind(args)[0] ?? null;
    if (given !== null && !(given instanceof AbstractEventLoop)) {
      throw new TypeError(`loop must be an instance of AbstractEventLoop or None, not '${typeName(given)}'`);
    }
    this.#loop = given;
  }

  /** Makes a loop of the platform. */
  override new_event_loop(): AbstractEventLoop {
    if (makeLoop === null) throw new RuntimeError('no event loop is registered for this platform');
    return makeLoop();
  }
}

let currentPolicy: AbstractEventLoopPolicy | null = null;

/** The policy, which nobody need have set. */
export function policyInForce(): AbstractEventLoopPolicy {
  return (currentPolicy ??= new DefaultEventLoopPolicy());
}

function deprecated(name: string): void {
  warn(`'asyncio.${name}' is deprecated and slated for removal in Python 3.16`, 'DeprecationWarning');
}

/**
 * The policy in force.
 *
 * @deprecated As all policies.
 * @remarks
 * **Python.** `asyncio.get_event_loop_policy`, which warns of its deprecation.
 *
 * @example
 * ```ts
 * asyncio.get_event_loop_policy() instanceof asyncio.DefaultEventLoopPolicy; // => true
 * ```
 *
 * @public
 */
export function get_event_loop_policy(): AbstractEventLoopPolicy {
  deprecated('get_event_loop_policy');
  return policyInForce();
}

/**
 * Sets the policy; null for the default.
 *
 * @deprecated As all policies.
 * @remarks
 * **Python.** `asyncio.set_event_loop_policy`, which warns of its deprecation.
 *
 * @example
 * ```ts
 * class Policy extends asyncio.DefaultEventLoopPolicy {}
 * asyncio.set_event_loop_policy(new Policy());
 * asyncio.get_event_loop_policy() instanceof Policy; // => true
 * asyncio.set_event_loop_policy(null);
 * asyncio.get_event_loop_policy() instanceof Policy; // => false
 * ```
 *
 * @public
 */
export function set_event_loop_policy(policy: AbstractEventLoopPolicy | null): void;
export function set_event_loop_policy(options: { readonly policy: AbstractEventLoopPolicy | null }): void;
export function set_event_loop_policy(...args: readonly unknown[]): void {
  const [first] = setPolicySpec.bind(args);
  deprecated('set_event_loop_policy');
  const given = first ?? null;
  if (given !== null && !(given instanceof AbstractEventLoopPolicy)) {
    throw new TypeError(`policy must be an instance of AbstractEventLoopPolicy or None, not '${typeName(given)}'`);
  }
  currentPolicy = given;
}
