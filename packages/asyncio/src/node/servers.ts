/** Servers, by Node's `net`. */
import type * as Fs from 'node:fs';
import type * as Net from 'node:net';
import os from 'node:os';
import { dirname } from 'node:path';
import nodeProcess from 'node:process';

import type { ByteStream, Endpoint, Listening, ListenOptions, Outcome, PathEndpoint } from '../host/network.js';
import { endpointOf, filenoOf, hostOf, net, NodeStream } from './streams.js';

/** A server of Node's. It listens from the beginning, since Node can't only bind; connections wait until it starts. */
class NodeServer implements Listening {
  readonly local: Endpoint | null;
  readonly remote: Endpoint | null = null;
  readonly #server: Net.Server;
  readonly #waiting: ByteStream[] = [];
  #accepted: ((stream: ByteStream) => void) | null = null;
  #failed: ((error: Error) => void) | null = null;

  constructor(server: Net.Server, at: PathEndpoint | null) {
    this.#server = server;
    const address = server.address();
    if (at !== null || typeof address === 'string' || address === null) this.local = at;
    else this.local = endpointOf(address.address, address.port, address.family);
    server.on('error', (error) => this.#failed?.(error));
  }

  get fileno(): number {
    return filenoOf(this.#server);
  }

  set(): boolean {
    return false;
  }

  get(): null {
    return null;
  }

  connected(socket: Net.Socket): void {
    const path = this.local !== null && 'path' in this.local ? this.local.path : null;
    const stream = new NodeStream(socket, path, true);
    if (this.#accepted === null) this.#waiting.push(stream);
    else this.#accepted(stream);
  }

  start(accepted: (stream: ByteStream) => void, failed: (error: Error) => void): void {
    this.#accepted = accepted;
    this.#failed = failed;
    while (this.#accepted !== null && this.#waiting.length > 0) this.#accepted(this.#waiting.shift() as ByteStream);
  }

  pause(): void {
    this.#accepted = null;
    this.#failed = null;
  }

  giveBack(stream: ByteStream): void {
    if (this.#accepted === null) this.#waiting.unshift(stream);
    else this.#accepted(stream);
  }

  close(): void {
    this.#server.close();
    for (const stream of this.#waiting.splice(0)) stream.destroy();
  }
}

/** Listens. */
export function listen(at: Endpoint, options: ListenOptions, outcome: Outcome<Listening>): void {
  let listening: NodeServer | null = null;
  const server = net().createServer({ allowHalfOpen: true, pauseOnConnect: true }, (socket) => {
    listening?.connected(socket);
  });
  const failed = (error: NodeJS.ErrnoException): void => {
    outcome('path' in at ? honest(error, at.path) : error, null);
  };
  server.once('error', failed);
  const detour = 'path' in at ? detourTo(at.path) : null;
  const place = 'path' in at ? { path: detour ?? at.path } : { host: hostOf(at), port: at.port };
  server.listen({ ...place, backlog: options.backlog, ...flags(options) }, () => {
    server.off('error', failed);
    if ('path' in at && detour !== null) {
      try {
        move(detour, at.path);
      } catch (error) {
        server.close();
        outcome(error as Error, null);
        return;
      }
    }
    listening = new NodeServer(server, 'path' in at ? at : null);
    outcome(null, listening);
  });
}

/** How long the path of a socket may be, in bytes, on all systems. */
const LONGEST_PATH = 103;

/**
 * When a server closes, libuv removes whatever is at its path by then. So it listens at another path, and the socket is
 * moved. Null where that can't be done.
 */
function detourTo(path: string): string | null {
  if (path.startsWith('\0') || nodeProcess.platform === 'win32') return null;
  const detour = `${path}~${String(nodeProcess.pid)}`;
  return Buffer.byteLength(detour) > LONGEST_PATH ? null : detour;
}

/** Moves a socket, unless there is something at the path. */
function move(from: string, to: string): void {
  const { linkSync, unlinkSync } = fs();
  try {
    linkSync(from, to);
  } catch (error) {
    const isThere = (error as NodeJS.ErrnoException).code === 'EEXIST';
    throw isThere
      ? Object.assign(error as Error, { code: 'EADDRINUSE', errno: -os.constants.errno.EADDRINUSE })
      : error;
  } finally {
    unlinkSync(from);
  }
}

const fs = (): typeof Fs => nodeProcess.getBuiltinModule('node:fs');

const flags = ({ ipv6Only, reusePort }: ListenOptions) => ({
  ipv6Only,
  ...(reusePort && { reusePort }),
  exclusive: true,
});

/** For a folder that isn't there libuv says that it may not be used, as Windows would. */
function honest(error: NodeJS.ErrnoException, path: string): Error {
  if (error.code !== 'EACCES' || fs().existsSync(dirname(path))) return error;
  return Object.assign(error, { code: 'ENOENT', errno: -os.constants.errno.ENOENT });
}
