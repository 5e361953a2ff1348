/** Streams: connections and servers for coroutines. */
import { signature, type Signature } from '../../builtins/arguments.js';
import { TypeError } from '../../builtins/exceptions.js';
import type { Gen } from '../../core/common/awaitable.js';
import type { Coroutine } from '../../core/coroutines/coroutines.js';
import { get_running_loop } from '../../core/contract/current_loop.js';
import { kindOf, markCoroutineFunctions } from '../../core/common/function_kinds.js';
import { GeneratorCoroutine } from '../../core/coroutines/generator_coroutine.js';
import type {
  CreateConnectionOptions,
  CreateServerOptions,
  CreateUnixConnectionOptions,
  CreateUnixServerOptions,
} from '../../core/contract/io_options.js';
import type { Server } from '../../core/loop/servers.js';
import { StreamReaderProtocol, type ClientConnectedCallback } from './stream_protocol.js';
import { DEFAULT_LIMIT, StreamReader } from './stream_reader.js';
import { StreamWriter } from './stream_writer.js';

/** The limit of a stream's reader. @public */
export interface StreamLimit {
  /** How many bytes a line may have; 65,536 by default. */
  readonly limit?: number;
}

type Method = 'create_connection' | 'create_unix_connection' | 'create_server' | 'create_unix_server';

/** Calls a method of the loop whatever the keywords are: it knows better which are wrong. */
function call<T>(method: Method, ...args: readonly unknown[]): Coroutine<T> {
  const loop = get_running_loop() as unknown as Record<Method, (...args: readonly unknown[]) => Coroutine<T>>;
  return loop[method](...args);
}

function* open(method: Method, places: readonly unknown[], rest: Rest): Gen<[StreamReader, StreamWriter]> {
  const loop = get_running_loop();
  const reader = new StreamReader({ limit: rest.limit, loop });
  const protocol = new StreamReaderProtocol(reader, { loop });
  const [transport] = yield* call<[StreamWriter['transport'], unknown]>(
    method,
    () => protocol,
    ...places,
    rest.keywords,
  );
  return [reader, new StreamWriter(transport, protocol, reader, loop)];
}

function* serve(
  method: Method,
  callback: ClientConnectedCallback | null,
  places: readonly unknown[],
  rest: Rest,
): Gen<Server> {
  const loop = get_running_loop();
  const factory = (): StreamReaderProtocol =>
    new StreamReaderProtocol(new StreamReader({ limit: rest.limit, loop }), callback, loop);
  return yield* call<Server>(method, factory, ...places, rest.keywords);
}

/** The limit, and the keywords that are the loop's. */
interface Rest {
  readonly limit: number;
  readonly keywords: Record<string, unknown>;
}

/** The arguments: the positional ones, and the rest. */
function bind(spec: Signature, args: readonly unknown[]): [readonly unknown[], Rest] {
  const bound = [...spec.bind(args)];
  const keywords = bound.pop() as Record<string, unknown>;
  const limit = (bound.pop() ?? DEFAULT_LIMIT) as number;
  return [bound, { limit, keywords }];
}

/** A plain `async` function would run outside of any task, and nobody would hear of its failure. */
function checkCallback(callback: unknown): void {
  if (typeof callback !== 'function' || kindOf(callback as () => unknown) !== 'async') return;
  throw new TypeError(
    'client_connected_cb is a plain async function, which no task can own: wrap it, as in ' +
      'asyncio.start_server(asyncio.coroutine(async (reader, writer) => { … }), host, port)',
  );
}

const openSpec = signature('open_connection(host?, port?, *, limit, **kwds)');
const startSpec = signature('start_server(client_connected_cb, host?, port?, *, limit, **kwds)');
const openUnixSpec = signature('open_unix_connection(path?, *, limit, **kwds)');
const startUnixSpec = signature('start_unix_server(client_connected_cb, path?, *, limit, **kwds)');

/**
 * Connects to a host by TCP, for coroutines.
 *
 * @remarks
 * **Python.** `asyncio.open_connection`. All further keywords are those of {@link AbstractEventLoop.create_connection}.
 *
 * **Cancellation.** Gives the connection up.
 *
 * @example
 * ```ts node real-time
 * const main = asyncio.coroutine(async () => {
 *   const server = await asyncio.start_server((_, writer) => writer.close(), '127.0.0.1', 0);
 *   const [host, port] = server.sockets[0]!.getsockname();
 *   const [reader, writer] = await asyncio.open_connection(host, port);
 *   const all = await reader.read();
 *   writer.close();
 *   server.close();
 *   return all.length;
 * });
 * await asyncio.run(main()); // => 0
 * ```
 *
 * @param host - Its name or address; null for this machine. Also as keyword.
 * @param port - The port. Also as keyword.
 * @param options - `limit`, and those of `create_connection`.
 * @returns The reader and the writer.
 * @throws OSError if the host can't be reached.
 * @public
 */
export function open_connection(
  host?: string | null,
  port?: number | string | null,
  options?: StreamLimit & CreateConnectionOptions,
): Coroutine<[reader: StreamReader, writer: StreamWriter]>;
export function open_connection(
  host: string | null | undefined,
  options: StreamLimit & CreateConnectionOptions,
): Coroutine<[reader: StreamReader, writer: StreamWriter]>;
export function open_connection(
  options: StreamLimit & CreateConnectionOptions,
): Coroutine<[reader: StreamReader, writer: StreamWriter]>;
export function open_connection(...args: readonly unknown[]): Coroutine<[StreamReader, StreamWriter]> {
  return new GeneratorCoroutine(open('create_connection', ...bind(openSpec, args)), OPEN_CONNECTION);
}
const OPEN_CONNECTION = { name: 'open_connection' };

/**
 * Listens for TCP connections, and calls a function for each.
 *
 * @remarks
 * **Python.** `asyncio.start_server`. All further keywords are those of {@link AbstractEventLoop.create_server}.
 *
 * **Cancellation.** Listens no more.
 *
 * @example
 * See {@link StreamWriter}.
 *
 * @param client_connected_cb - Called with the reader and the writer of each connection; as a coroutine function it
 *   runs as a task. Also as keyword.
 * @param host - The name or the address of the interface, or several; null for all. Also as keyword.
 * @param port - The port; 0 for any that is free. Also as keyword.
 * @param options - `limit`, and those of `create_server`.
 * @returns The server.
 * @throws OSError if the address is taken; TypeError if the function is a plain `async` one.
 * @public
 */
export function start_server(
  client_connected_cb: ClientConnectedCallback,
  host?: string | readonly string[] | null,
  port?: number | string | null,
  options?: StreamLimit & CreateServerOptions,
): Coroutine<Server>;
export function start_server(
  client_connected_cb: ClientConnectedCallback,
  host: string | readonly string[] | null | undefined,
  options: StreamLimit & CreateServerOptions,
): Coroutine<Server>;
export function start_server(
  client_connected_cb: ClientConnectedCallback,
  options: StreamLimit & CreateServerOptions,
): Coroutine<Server>;
export function start_server(
  options: StreamLimit & CreateServerOptions & { readonly client_connected_cb: ClientConnectedCallback },
): Coroutine<Server>;
export function start_server(...args: readonly unknown[]): Coroutine<Server> {
  const [[callback, ...places], more] = bind(startSpec, args);
  checkCallback(callback);
  const body = serve('create_server', callback as ClientConnectedCallback, places, more);
  return new GeneratorCoroutine(body, START_SERVER);
}
const START_SERVER = { name: 'start_server' };

/**
 * Connects to a Unix socket, for coroutines.
 *
 * @remarks
 * **Python.** `asyncio.open_unix_connection`.
 *
 * **Cancellation.** Gives the connection up.
 *
 * @example
 * ```ts node real-time
 * const main = asyncio.coroutine(async () => {
 *   try {
 *     await asyncio.open_unix_connection('/nowhere/socket');
 *   } catch (error) {
 *     return error instanceof asyncio.FileNotFoundError;
 *   }
 * });
 * await asyncio.run(main()); // => true
 * ```
 *
 * @param path - The path of the socket; also as keyword.
 * @param options - `limit`, and those of {@link AbstractEventLoop.create_unix_connection}.
 * @returns The reader and the writer.
 * @throws OSError if nobody listens there.
 * @public
 */
export function open_unix_connection(
  path?: string | Uint8Array | null,
  options?: StreamLimit & CreateUnixConnectionOptions,
): Coroutine<[reader: StreamReader, writer: StreamWriter]>;
export function open_unix_connection(
  options: StreamLimit & CreateUnixConnectionOptions,
): Coroutine<[reader: StreamReader, writer: StreamWriter]>;
export function open_unix_connection(...args: readonly unknown[]): Coroutine<[StreamReader, StreamWriter]> {
  return new GeneratorCoroutine(open('create_unix_connection', ...bind(openUnixSpec, args)), OPEN_UNIX_CONNECTION);
}
const OPEN_UNIX_CONNECTION = { name: 'open_unix_connection' };

/**
 * Listens at a Unix socket, and calls a function for each connection.
 *
 * @remarks
 * **Python.** `asyncio.start_unix_server`.
 *
 * **Cancellation.** Listens no more.
 *
 * @example
 * As {@link start_server}, with a path.
 *
 * @param client_connected_cb - As of {@link start_server}; also as keyword.
 * @param path - The path; also as keyword.
 * @param options - `limit`, and those of {@link AbstractEventLoop.create_unix_server}.
 * @returns The server.
 * @throws OSError if the path can't be used; TypeError if the function is a plain `async` one.
 * @public
 */
export function start_unix_server(
  client_connected_cb: ClientConnectedCallback,
  path?: string | Uint8Array | null,
  options?: StreamLimit & CreateUnixServerOptions,
): Coroutine<Server>;
export function start_unix_server(
  client_connected_cb: ClientConnectedCallback,
  options: StreamLimit & CreateUnixServerOptions,
): Coroutine<Server>;
export function start_unix_server(
  options: StreamLimit & CreateUnixServerOptions & { readonly client_connected_cb: ClientConnectedCallback },
): Coroutine<Server>;
export function start_unix_server(...args: readonly unknown[]): Coroutine<Server> {
  const [[callback, ...places], more] = bind(startUnixSpec, args);
  checkCallback(callback);
  const body = serve('create_unix_server', callback as ClientConnectedCallback, places, more);
  return new GeneratorCoroutine(body, START_UNIX_SERVER);
}
const START_UNIX_SERVER = { name: 'start_unix_server' };

markCoroutineFunctions(open_connection, start_server, open_unix_connection, start_unix_server);
