/** `set_gateway`: brings the connections of clients to platforms that make none by themselves. */
import { signature } from '../../builtins/arguments.js';
import { TypeError } from '../../builtins/exceptions.js';
import { typeName } from '../../builtins/repr.js';
import { setGatewayURL } from '../../host/network_registry.js';
import { addIO } from '../../core/contract/io.js';
import { createConnection } from './clients.js';

const spec = signature('set_gateway(url)');

/**
 * Names a gateway for connections, where the platform makes none: in browsers.
 *
 * `open_connection(host, port)` and `loop.create_connection(factory, host, port)` then open a WebSocket to the gateway,
 * which connects to the host and passes the bytes on. The gateway is a program of your own, of some twenty lines:
 *
 * - It finds `host` and `port` in the query of the URL: `wss://…/?host=example.org&port=80`. Who may connect to what is
 *   for the gateway to decide.
 * - It accepts the WebSocket when its own connection stands, and refuses it otherwise.
 * - A binary message is bytes of the stream, in both directions. An empty one is the end of that direction.
 * - It closes the WebSocket when both directions have ended: with code 1000 in peace, with 1011 after a failure.
 *
 * @remarks
 * **Python.** There is none; Python connects by itself. On Node, too, the gateway is of no use.
 *
 * @example
 * ```ts no-run
 * asyncio.set_gateway('wss://gateway.example.org/');
 * const main = asyncio.coroutine(async () => {
 *   const [reader, writer] = await asyncio.open_connection('example.org', 79);
 *   writer.write(new TextEncoder().encode('somebody\r\n'));
 *   const answer = await reader.read();
 *   writer.close();
 *   return new TextDecoder().decode(answer);
 * });
 * await asyncio.run(main());
 * ```
 *
 * @param url - Where the gateway is; null for none. Also as keyword.
 * @throws TypeError if it is no text.
 * @public
 */
export function set_gateway(url: string | null | { readonly url: string | null }): void;
export function set_gateway(...args: readonly unknown[]): void {
  const [url] = spec.bind(args);
  if (url !== null && url !== undefined && typeof url !== 'string') {
    throw new TypeError(`the URL of a gateway has to be a str, not ${typeName(url)}`);
  }
  setGatewayURL(url ?? null);
  addIO('create_connection', createConnection);
}
