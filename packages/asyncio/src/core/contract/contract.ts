/** What the methods of the loop's contract do: they complain of wrong arguments, and otherwise raise. */
import { signature, type Signature } from '../../builtins/arguments.js';
import { NotImplementedError } from '../../builtins/exceptions.js';
import { parametersOf } from './io_signatures.js';

/** The parameters of those that need no operating system. */
const PARAMETERS = {
  call_at: 'when callback! *args!',
  call_exception_handler: 'context!',
  call_later: 'delay callback! *args!',
  call_soon: 'callback! *args!',
  call_soon_threadsafe: 'callback! *args!',
  create_task: 'coro * **kwargs',
  default_exception_handler: 'context!',
  run_in_executor: 'executor func! *args!',
  run_until_complete: 'future',
  run_until_complete_sync: 'future',
  set_debug: 'enabled',
  set_default_executor: 'executor',
  set_exception_handler: 'handler',
  set_task_factory: 'factory',
} as const;

const signatures = new Map<string, Signature>();

/** Raises: what is wrong with the arguments, or that the method is abstract. */
export function abstractly(method: keyof typeof PARAMETERS, args: readonly unknown[]): never {
  let known = signatures.get(method);
  if (known === undefined) {
    known = signature(`AbstractEventLoop.${method}`, parametersOf(PARAMETERS[method]));
    signatures.set(method, known);
  }
  known.bind(args);
  throw new NotImplementedError();
}
