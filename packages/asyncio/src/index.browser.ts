/** asyncio for browsers: pages and workers. */
import { setIO } from './core/contract/io.js';
import { BrowserHost } from './host/browser.js';
import { setNetwork, type Network } from './host/network_registry.js';
import type { SocketScope } from './host/websockets.js';
import { registerPlatform } from './platform.js';

const REASON = 'a browser gives no access to sockets, processes or signals';

const network: Network = { reason: REASON, webSockets: globalThis as unknown as SocketScope };
setNetwork(() => network);
// Whoever names a gateway adds what goes through it, and what reaches it: a page that has none needn't load that.
setIO(() => ({}), REASON);
registerPlatform(new BrowserHost());

export * from './names.js';
