/** asyncio for Node. */
import os from 'node:os';

import { setErrorNumbers } from './builtins/errno.js';
import { NodeHost } from './host/node.js';
import { registerPlatform } from './platform.js';

setErrorNumbers(os.constants.errno);
registerPlatform(new NodeHost());

export * from './names.js';
