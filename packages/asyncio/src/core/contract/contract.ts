/** What the methods of the loop's contract do: they complain of wrong arguments, and otherwise raise. */
import { signature } from '../../builtins/arguments.js';
import { NotImplementedError } from '../../builtins/exceptions.js';

/** The parameters of those that need no operating system. */
const PARAMETERS = {
  call_at: 'when, callback!, *args!',
  call_exception_handler: 'context!',
  call_later: 'delay, callback!, *args!',
  call_soon: 'callback!, *args!',
  call_soon_threadsafe: 'callback!, *args!',
  create_task: 'coro, **kwargs',
  default_exception_handler: 'context!',
  run_in_executor: 'executor, func!, *args!',
  run_until_complete: 'future',
  run_until_complete_sync: 'future',
  set_debug: 'enabled',
  set_default_executor: 'executor',
  set_exception_handler: 'handler',
  set_task_factory: 'factory',
} as const;

/** Raises: what is wrong with the arguments, or that the method is abstract. */
export function abstractly(method: keyof typeof PARAMETERS, args: readonly unknown[]): never {
  signature(`AbstractEventLoop.${method}(self, ${PARAMETERS[method]})`).bind(args);
  throw new NotImplementedError();
}
