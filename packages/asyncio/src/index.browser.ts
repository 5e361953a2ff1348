/** asyncio for browsers: pages and workers. */
import { BrowserHost } from './host/browser.js';
import { setNetwork } from './host/network_registry.js';
import { webSockets, type SocketScope } from './host/websockets.js';
import { registerPlatform } from './platform.js';

setNetwork({
  reason: 'a browser gives no access to sockets, processes or signals',
  names: null,
  streams: null,
  datagrams: null,
  files: null,
  tls: null,
  gateway: webSockets(globalThis as unknown as SocketScope),
  pipes: null,
  processes: null,
  signals: null,
});
registerPlatform(new BrowserHost());

export * from './names.js';
