/**
 * Which loop was set, and what makes loops. While nobody has asked for a policy, and hardly anybody does, this stands
 * for the default one: a program needn't have the classes of policies, which stand above.
 */
import { RuntimeError, TypeError } from '../../builtins/exceptions.js';
import { typeName } from '../../builtins/repr.js';
import { AbstractEventLoop } from './events.js';

/** What a policy does. */
export interface Policy {
  get_event_loop(): AbstractEventLoop;
  set_event_loop(loop: AbstractEventLoop | null): void;
  new_event_loop(): AbstractEventLoop;
}

let makeLoop: (() => AbstractEventLoop) | null = null;

/** Registers the loop class of the platform: its face calls this. */
export function setDefaultLoopFactory(factory: () => AbstractEventLoop): void {
  makeLoop = factory;
}

/** What the default policy does. */
export class LoopKeeper implements Policy {
  #loop: AbstractEventLoop | null = null;

  get_event_loop(): AbstractEventLoop {
    if (this.#loop === null) throw new RuntimeError("There is no current event loop in thread 'MainThread'.");
    return this.#loop;
  }

  set_event_loop(loop: unknown): void {
    const given = loop ?? null;
    if (given !== null && !(given instanceof AbstractEventLoop)) {
      throw new TypeError(`loop must be an instance of AbstractEventLoop or None, not '${typeName(given)}'`);
    }
    this.#loop = given;
  }

  new_event_loop(): AbstractEventLoop {
    if (makeLoop === null) throw new RuntimeError('no event loop is registered for this platform');
    return makeLoop();
  }
}

let policy: Policy = new LoopKeeper();

/** The policy that was set, or what stands for the default one. */
export function policyInForce(): Policy {
  return policy;
}

/** Sets the policy; null for a default one, which knows of no loop yet. */
export function setPolicy(newPolicy: Policy | null): void {
  policy = newPolicy ?? new LoopKeeper();
}
