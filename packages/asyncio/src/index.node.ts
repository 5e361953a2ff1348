/** asyncio for Node. */
import { NodeHost } from './host/node.js';
import { registerPlatform } from './platform.js';

registerPlatform(new NodeHost());

export * from './names.js';
