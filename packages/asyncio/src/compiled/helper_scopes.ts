/**
 * TypeScript's helpers for `using` and `await using`.
 *
 * The helper that enters can't wait. So a manager is entered at once if its `__aenter__` can do without waiting, and
 * otherwise by `asyncio.enter`, which the program awaits: `await using x = await asyncio.enter(cm)`.
 */
import { RuntimeError } from '../builtins/exceptions.js';
import { typeName } from '../builtins/repr.js';
import { Disposal } from '../core/statements/async_with.js';
import { managerOf, type Manager } from '../core/statements/context_managers.js';
import { Coroutine } from '../core/coroutines/coroutines.js';
import { ManagerScope } from './scopes.js';

/** What TypeScript keeps of a block. @public */
export interface HelperScope {
  /** What is to be left. */
  readonly stack: unknown[];
  /** The error of the block. */
  error: unknown;
  /** Whether there is one. */
  hasError: boolean;
}

/** The scope of a block is the only item of its stack. */
function scopeOf(env: HelperScope): ManagerScope {
  if (env.stack.length === 0) env.stack.push(new ManagerScope());
  return env.stack[0] as ManagerScope;
}

function enterNow(manager: unknown, protocol: Manager): unknown {
  const entering = protocol.enter();
  const result = entering[Symbol.iterator]().next();
  if (result.done === true) return result.value;
  if (entering instanceof Coroutine) entering.close();
  throw new RuntimeError(
    `entering ${typeName(manager)} has to wait, which 'await using' can't with TypeScript's helpers; ` +
      'use await using x = await asyncio.enter(manager)',
  );
}

/**
 * TypeScript's helper for what `using` and `await using` declare.
 *
 * @param env - The block.
 * @param value - The manager.
 * @param isAsync - Whether it is `await using`.
 * @returns What the manager gives.
 * @public
 */
export function __addDisposableResource(env: HelperScope, value: unknown, isAsync: boolean): unknown {
  const scope = scopeOf(env);
  if (!isAsync) return scope.use(value);
  scope.waits = true;
  if (value === null || value === undefined) return value;
  if (value instanceof Disposal) {
    scope.add(Disposal.managerOf(value as Disposal<unknown>));
    return value;
  }
  const protocol = managerOf(value);
  const entered = protocol.disposes ? value : enterNow(value, protocol);
  scope.add(protocol);
  return entered;
}

/**
 * TypeScript's helper for the end of a block.
 *
 * @param env - The block.
 * @returns What is to be awaited, if there is anything to wait for.
 * @public
 */
export function __disposeResources(env: HelperScope): unknown {
  const scope = scopeOf(env);
  if (env.hasError) scope.fail(env.error);
  if (scope.waits) return scope.leave();
  scope.leaveNow();
  return undefined;
}
