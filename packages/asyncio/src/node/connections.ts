/** Connections, by Node's `net`. */
import nodeProcess from 'node:process';

import type { ByteStream, ConnectFailure, ConnectOptions, Endpoint, Outcome, Pending } from '../host/network.js';
import { hostOf, net, NodeStream } from './streams.js';

/** Connects. */
export function connect(to: Endpoint, options: ConnectOptions, outcome: Outcome<ByteStream>): Pending {
  const { local } = options;
  const socket = net().connect({
    ...('path' in to
      ? { path: to.path }
      : { host: hostOf(to), port: to.port, family: to.family, autoSelectFamily: false }),
    ...(local !== null && { localAddress: local.host, localPort: local.port }),
    allowHalfOpen: true,
  });
  let isImmediate = false;
  const failed = (error: Error): void => {
    outcome(Object.assign(error, { isImmediate }) satisfies ConnectFailure, null);
  };
  socket.once('error', failed);
  // Node asks the system in a tick that is set already, and tells of errors in a later one.
  nodeProcess.nextTick(() => {
    isImmediate = socket.destroyed;
  });
  socket.once('connect', () => {
    socket.off('error', failed);
    outcome(null, new NodeStream(socket, 'path' in to ? to.path : null));
  });
  return {
    cancel: () => {
      socket.removeAllListeners('connect');
      socket.off('error', failed);
      // An error may be on its way already.
      socket.on('error', () => undefined);
      socket.destroy();
    },
  };
}
