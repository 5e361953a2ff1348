/**
 * Policies, deprecated since Python 3.14: they make loops, and know the one that was set. What the default one does is
 * in `loop_keeper.ts`.
 */
import { signature } from '../../builtins/arguments.js';
import { NotImplementedError, TypeError } from '../../builtins/exceptions.js';
import { typeName } from '../../builtins/repr.js';
import type { AbstractEventLoop } from './events.js';
import { LoopKeeper, policyInForce, setPolicy } from './loop_keeper.js';
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
  /** @internal */ _keeper: LoopKeeper = new LoopKeeper();

  /** The loop that was set; without one it raises `RuntimeError`. */
  override get_event_loop(): AbstractEventLoop {
    return this._keeper.get_event_loop();
  }

  /** Sets the current loop; null for none. */
  override set_event_loop(loop: AbstractEventLoop | CurrentLoopKeyword | null): void;
  override set_event_loop(...args: readonly unknown[]): void {
    this._keeper.set_event_loop(setLoopMethodSpec.bind(args)[0]);
  }

  /** Makes a loop of the platform. */
  override new_event_loop(): AbstractEventLoop {
    return this._keeper.new_event_loop();
  }
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
  const inForce = policyInForce();
  // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- nothing else can be set
  if (!(inForce instanceof LoopKeeper)) return inForce as AbstractEventLoopPolicy;
  const policy = new DefaultEventLoopPolicy();
  policy._keeper = inForce;
  setPolicy(policy);
  return policy;
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
  setPolicy(given);
}
