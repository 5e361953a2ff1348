/** How coroutines refuse what they can't do, and what they make of a `StopIteration`. */
import { NotImplementedError, RuntimeError, StopIteration } from '../../builtins/exceptions.js';
import { CLOSED } from './coroutine_states.js';
import { ambiguity } from '../common/running.js';

/** How a body that is being stepped from two sides is refused. */
export function refuseReuse(state: number): Error {
  return new RuntimeError(
    state === CLOSED ? 'cannot reuse already awaited coroutine' : 'coroutine is being awaited already',
  );
}

/** A `StopIteration` that leaves a coroutine would look like its result; Python makes it a `RuntimeError`. */
export function noStopIteration(error: unknown): unknown {
  if (!(error instanceof StopIteration)) return error;
  const wrapped = new RuntimeError('coroutine raised StopIteration');
  wrapped.__context__ = error;
  wrapped.__cause__ = error;
  return wrapped;
}

/** Why a native body can't be stepped by hand. */
export function notByHand(): Error {
  return new NotImplementedError(
    'a native async body can only be run by a task: JavaScript gives no way to step it from outside. Write the ' +
      'coroutine in generator style (function*) to drive it by hand',
  );
}

/** Why a coroutine can't be awaited where no loop runs. */
export function outsideError(): Error {
  const ambiguous = ambiguity();
  if (ambiguous !== null) return new RuntimeError(ambiguous);
  return new RuntimeError(
    'no running event loop: a coroutine can be awaited only inside a task. Start the program with asyncio.run(main), ' +
      'or make an ordinary function of the coroutine function with asyncio.host_callback',
  );
}
