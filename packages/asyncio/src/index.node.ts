/** asyncio for Node. */
import os from 'node:os';

import { setErrorNumbers } from './builtins/errno.js';
import { setAllocate } from './host/bytes.js';
import { setNetwork } from './host/network_registry.js';
import { NodeHost } from './host/node.js';
import { nodeNetwork } from './node/network.js';
import { registerPlatform } from './platform.js';

setErrorNumbers(os.constants.errno);
setAllocate((length) => Buffer.allocUnsafeSlow(length));
setNetwork(nodeNetwork);
registerPlatform(new NodeHost());

export * from './names.js';
