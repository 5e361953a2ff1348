/** asyncio for browsers: pages and workers. */
import { BrowserHost } from './host/browser.js';
import { setNetwork } from './host/network_registry.js';
import { registerPlatform } from './platform.js';

setNetwork({
  reason: 'a browser gives no access to sockets',
  names: null,
  streams: null,
  datagrams: null,
  files: null,
});
registerPlatform(new BrowserHost());

export * from './names.js';
