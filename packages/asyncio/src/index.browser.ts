/** asyncio for browsers: pages and workers. */
import { BrowserHost } from './host/browser.js';
import { registerPlatform } from './platform.js';

registerPlatform(new BrowserHost());

export * from './names.js';
