/** A socket of a program's own. */
import { NotImplementedError } from '../builtins/exceptions.js';
import type { ByteStream } from '../host/network.js';

/**
 * A socket.
 *
 * @remarks
 * **Python.** `socket.socket`.
 *
 * @public
 */
// eslint-disable-next-line @typescript-eslint/naming-convention -- Python's name
export class socket {
  /** The kind of its addresses. */
  readonly family: number = 2;
  /** The kind of socket. */
  readonly type: number = 1;

  /** Gives the connection away. @internal */
  _takeStream(): ByteStream {
    throw new NotImplementedError();
  }
}
