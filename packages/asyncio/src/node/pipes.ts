/** Pipes of the program's own, by Node's `net`, `tty` and `fs`. */
import type * as Fs from 'node:fs';
import type * as Net from 'node:net';
import type * as Tty from 'node:tty';
import nodeProcess from 'node:process';

import { NotImplementedError } from '../builtins/exceptions.js';
import type { ByteStream } from '../host/network.js';
import type { Pipes, Side } from '../host/processes.js';
import { DeviceStream } from './device_stream.js';
import { filenoOf, net, NodeStream } from './streams.js';

const fs = (): typeof Fs => nodeProcess.getBuiltinModule('node:fs');
const tty = (): typeof Tty => nodeProcess.getBuiltinModule('node:tty');

/** What this program shares with those that started it; Node has streams for them already. */
const STANDARD = ['stdin', 'stdout', 'stderr'] as const;

const isSocket = (value: unknown): value is Net.Socket => value instanceof net().Socket;

/** Something that has a descriptor, and closes it. */
interface Owner {
  close?(): unknown;
}

export const pipes: Pipes = {
  filenoOf: (value) => {
    if (!isSocket(value)) return null;
    const fileno = filenoOf(value);
    return fileno < 0 ? null : fileno;
  },

  kind: (fileno) => {
    const stat = fs().fstatSync(fileno);
    if (stat.isFIFO()) return 'pipe';
    if (stat.isSocket()) return 'socket';
    return stat.isCharacterDevice() ? 'device' : 'other';
  },

  open: (pipe, fileno, side) => {
    if (isSocket(pipe)) return new NodeStream(pipe, '');
    if (typeof pipe === 'number') {
      const standard = STANDARD[fileno];
      // A descriptor can't be watched twice.
      const known = standard === undefined ? null : nodeProcess[standard];
      return isSocket(known) ? new NodeStream(known, '') : streamOf(fileno, side, null);
    }
    return streamOf(copyOf(fileno, side), side, pipe as Owner);
  },
};

/** Another descriptor for the same: whoever has the first may close it. */
function copyOf(fileno: number, side: Side): number {
  const { O_RDONLY, O_WRONLY, O_NONBLOCK, O_NOCTTY } = fs().constants;
  const direction = side === 'read' ? O_RDONLY : O_WRONLY;
  return fs().openSync(`/dev/fd/${String(fileno)}`, direction | O_NONBLOCK | O_NOCTTY);
}

function streamOf(fileno: number, side: Side, owner: Owner | null): ByteStream {
  if (tty().isatty(fileno)) {
    const terminal = side === 'read' ? new (tty().ReadStream)(fileno) : new (tty().WriteStream)(fileno);
    return new NodeStream(closing(terminal, owner), '');
  }
  const stat = fs().fstatSync(fileno);
  if (stat.isCharacterDevice()) {
    if (side === 'read') throw new NotImplementedError('Node waits for no device but terminals');
    return new DeviceStream(fileno, () => owner?.close?.());
  }
  const socket = new (net().Socket)({
    fd: fileno,
    // What is written to is read from for its end.
    readable: side === 'read' || stat.isSocket(),
    writable: side === 'write',
    allowHalfOpen: true,
    // Node's types don't know it.
    ...{ manualStart: true },
  });
  return new NodeStream(closing(socket, owner), '');
}

/** Closes the owner of a descriptor together with its copy. */
function closing(socket: Net.Socket, owner: Owner | null): Net.Socket {
  if (owner !== null) socket.once('close', () => owner.close?.());
  return socket;
}
