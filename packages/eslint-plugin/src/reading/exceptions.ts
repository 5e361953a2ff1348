/** Python's exceptions: which class extends which. A test compares this with the library. */
import { AST_NODE_TYPES as Type } from '@typescript-eslint/utils';
import type { Reading } from './reading.js';
import { isGlobal } from './syntax.js';
import type { Node } from './syntax.js';

/** The classes right under each class. JavaScript's own `Error` is above all of them. */
export const SUBCLASSES: Readonly<Record<string, string>> = {
  Error: 'BaseException',
  BaseException: 'BaseExceptionGroup CancelledError Exception GeneratorExit KeyboardInterrupt SystemExit',
  BaseExceptionGroup: 'ExceptionGroup',
  Exception:
    'ArithmeticError AssertionError AttributeError BufferError EOFError ExceptionGroup InvalidStateError ' +
    'LimitOverrunError LookupError NameError OSError QueueEmpty QueueFull QueueShutDown RuntimeError ' +
    'StopAsyncIteration StopIteration ThrownValue TypeError ValueError Warning',
  ArithmeticError: 'OverflowError ZeroDivisionError',
  ConnectionError: 'BrokenPipeError ConnectionAbortedError ConnectionRefusedError ConnectionResetError',
  EOFError: 'IncompleteReadError',
  LookupError: 'IndexError KeyError',
  OSError:
    'BlockingIOError ChildProcessError ConnectionError FileExistsError FileNotFoundError InterruptedError ' +
    'IsADirectoryError NotADirectoryError PermissionError ProcessLookupError TimeoutError',
  RuntimeError: 'BrokenBarrierError NotImplementedError RecursionError SendfileNotAvailableError',
  UnicodeError: 'UnicodeDecodeError UnicodeEncodeError',
  ValueError: 'UnicodeError',
  Warning: 'DeprecationWarning FutureWarning PendingDeprecationWarning ResourceWarning RuntimeWarning UserWarning',
};

/** Whether whatever is an instance of the first class is one of the second. */
export function isSubclass(name: string, above: string): boolean {
  if (name === above) return true;
  return Object.entries(SUBCLASSES).some(
    ([parent, children]) => children.split(' ').includes(name) && isSubclass(parent, above),
  );
}

/** The class that an expression names, if it is the library's, or JavaScript's `Error`. */
export function exceptionName(node: Node, reading: Reading): string | null {
  if (isGlobal(node, 'Error', reading.sourceCode)) return 'Error';
  const name = reading.nameOf(node);
  return name !== null && isSubclass(name, 'BaseException') ? name : null;
}

/** The two sides of `error instanceof asyncio.ValueError`. */
export function instanceTest(node: Node, reading: Reading): { readonly tested: string; readonly name: string } | null {
  if (node.type !== Type.BinaryExpression || node.operator !== 'instanceof') return null;
  if (node.left.type !== Type.Identifier) return null;
  const name = exceptionName(node.right, reading);
  return name === null ? null : { tested: node.left.name, name };
}
