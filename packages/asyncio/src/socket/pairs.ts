/** Sockets that are connected from the beginning. */
import { fromSystemError } from '../builtins/oserrors.js';
import type { ByteStream } from '../host/network.js';
import { partOfNetwork } from '../host/network_registry.js';
import { familyOf } from './addresses.js';
import { SOCK_STREAM } from './constants.js';
import { socket } from './socket.js';

/**
 * Makes two sockets that are connected to each other.
 *
 * @remarks
 * **Python.** `socket.socketpair`, which gives them at once. Here they come by a promise, since Node has to listen and
 * connect for them.
 *
 * **Cancellation.** Nobody can cancel the promise.
 *
 * @example
 * ```ts node real-time
 * const main = asyncio.coroutine(async () => {
 *   const [first, second] = await asyncio.socket.socketpair();
 *   const [reader, writer] = await asyncio.open_connection({ sock: first });
 *   await asyncio.get_running_loop().sock_sendall(second, new TextEncoder().encode('hello'));
 *   second.close();
 *   const data = await reader.read();
 *   writer.close();
 *   return new TextDecoder().decode(data);
 * });
 * await asyncio.run(main()); // => 'hello'
 * ```
 *
 * @returns A promise of the two, of the family `AF_UNIX`.
 * @throws OSError (as a rejection) if the system has no more of them.
 * @public
 */
export function socketpair(): Promise<[socket, socket]> {
  const streams = partOfNetwork('streams');
  return new Promise((resolve, reject) => {
    streams.pair((error, pair) => {
      if (error === null) resolve((pair ?? []).map(socketOf) as [socket, socket]);
      // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- it is one of Python's
      else reject(fromSystemError(error));
    });
  });
}

/** The socket of a connection. @internal */
export function socketOf(stream: ByteStream): socket {
  const made = new socket(familyOf(stream.local), SOCK_STREAM);
  made._connected(stream);
  return made;
}
