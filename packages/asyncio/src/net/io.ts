/** The loop's methods that talk to the operating system. */
import { GeneratorCoroutine } from '../core/coroutines.js';
import type { Gen } from '../core/awaitable.js';
import type { AbstractEventLoop } from '../core/events.js';
import type { IOMethod, IOMethods } from '../core/io.js';
import { createConnection, createUnixConnection } from './clients.js';
import { createServer, createUnixServer } from './listening.js';
import { getaddrinfo, getnameinfo } from './names.js';

/** A method that is a coroutine function. `owner` is CPython's class, which reprs show. */
function coroutine(
  name: string,
  body: (loop: AbstractEventLoop, args: readonly unknown[]) => Gen<unknown>,
  owner = 'BaseEventLoop',
): IOMethod {
  const named = { name, __qualname__: `${owner}.${name}` };
  return (loop, args) => new GeneratorCoroutine(body(loop, args), named);
}

const UNIX = '_UnixSelectorEventLoop';

/** All of them, by their names. */
export const IO: IOMethods = {
  create_connection: coroutine('create_connection', createConnection),
  create_server: coroutine('create_server', createServer),
  create_unix_connection: coroutine('create_unix_connection', createUnixConnection, UNIX),
  create_unix_server: coroutine('create_unix_server', createUnixServer, UNIX),
  getaddrinfo: coroutine('getaddrinfo', getaddrinfo),
  getnameinfo: coroutine('getnameinfo', getnameinfo),
};
