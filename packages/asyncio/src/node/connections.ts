/** Connections, by Node's `net`. */
import nodeProcess from 'node:process';

import type { ByteStream, ConnectFailure, ConnectOptions, Endpoint, Outcome, Pending } from '../host/network.js';
import { hostOf, net, NodeStream } from './streams.js';

/** As much as Node reads at once. */
const READ_AT_ONCE = 65_536;

/** What Node reads into, for all connections: what has come is taken out before it reads again. */
let landing: Uint8Array | null = null;

/** Connects. */
export function connect(to: Endpoint, options: ConnectOptions, outcome: Outcome<ByteStream>): Pending {
  const { local } = options;
  let stream: NodeStream | null = null;
  landing ??= new Uint8Array(READ_AT_ONCE);
  const socket = net().connect({
    ...('path' in to
      ? { path: to.path }
      : { host: hostOf(to), port: to.port, family: to.family, autoSelectFamily: false }),
    ...(local !== null && { localAddress: hostOf(local), localPort: local.port }),
    allowHalfOpen: true,
    // Quicker than events, for which Node makes 64 KiB of memory at each read. What it accepts has no such option.
    onread: {
      buffer: landing,
      callback: (size, buffer) => {
        const chunk = Buffer.allocUnsafe(size);
        chunk.set(buffer.subarray(0, size));
        stream?.received(chunk);
        return true;
      },
    },
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
    stream = new NodeStream(socket, 'path' in to ? to.path : null);
    outcome(null, stream);
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
