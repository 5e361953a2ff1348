/** asyncio for Node. */
import os from 'node:os';

import { setErrorNumbers } from './builtins/errno.js';
import { setWorkers } from './host/workers.js';
import { NodeHost } from './host/node.js';
import { NodeWorkers } from './node/workers.js';
import { registerPlatform } from './platform.js';

setErrorNumbers(os.constants.errno);
registerPlatform(new NodeHost());
setWorkers(new NodeWorkers());

export * from './names.js';
/** What the files of workers call. @internal */
export * as _workers from './node/index.js';
