/** asyncio for Node. */
import nodeProcess from 'node:process';

import { setErrorNumbers } from './builtins/errno.js';
import { threadExecutors } from './core/loop/default_executor.js';
import { setDefaultExecutors } from './core/loop/executors.js';
import { setIO } from './core/contract/io.js';
import { setAllocate } from './host/bytes.js';
import { setNetwork } from './host/network_registry.js';
import { NodeHost } from './host/node.js';
import { setWorkers } from './host/workers.js';
import { IO } from './net/io.js';
import { nodeNetwork } from './node/network.js';
import { NodeWorkers } from './node/workers.js';
import { registerPlatform } from './platform.js';

setErrorNumbers(() => nodeProcess.getBuiltinModule('node:os').constants.errno);
setAllocate((length) => Buffer.allocUnsafeSlow(length));
setNetwork(() => nodeNetwork);
setIO(() => IO, '');
registerPlatform(new NodeHost());
setWorkers(() => new NodeWorkers());
setDefaultExecutors(() => threadExecutors);

export * from './names.js';
/** What the files of workers call. @internal */
export * as _workers from './node/index.js';
