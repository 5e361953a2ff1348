/** Connections, by Node's `net`. */
import type { ByteStream, ConnectOptions, Endpoint, Outcome, Pending } from '../host/network.js';
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
  const failed = (error: Error): void => {
    outcome(error, null);
  };
  socket.once('error', failed);
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
