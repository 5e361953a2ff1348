/** Two connections that lead to each other. Node can't make them, so one connects to the other. */
import type * as Fs from 'node:fs';
import type * as Net from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import nodeProcess from 'node:process';

import type { ByteStream, Outcome } from '../host/network.js';
import { net, NodeStream } from './streams.js';

/** Makes them. */
export function pair(outcome: Outcome<readonly [ByteStream, ByteStream]>): void {
  const fs: typeof Fs = nodeProcess.getBuiltinModule('node:fs');
  const isWindows = nodeProcess.platform === 'win32';
  const folder = isWindows ? `\\\\.\\pipe\\asyncio-${String(nodeProcess.pid)}-` : join(tmpdir(), 'asyncio-');
  const place = isWindows ? `${folder}${Math.random().toString(36)}` : fs.mkdtempSync(folder);
  const path = isWindows ? place : join(place, 'pair');
  const server = net().createServer({ allowHalfOpen: true, pauseOnConnect: true });
  const end = (error: Error | null, streams: readonly [ByteStream, ByteStream] | null): void => {
    server.close();
    if (!isWindows) fs.rmSync(place, { recursive: true, force: true });
    outcome(error, streams);
  };
  const failed = (error: Error): void => {
    end(error, null);
  };
  server.once('error', failed);
  server.listen(path, () => {
    const first = net().connect({ path, allowHalfOpen: true });
    first.once('error', failed);
    let second: Net.Socket | null = null;
    let isConnected = false;
    const check = (): void => {
      if (second === null || !isConnected) return;
      first.off('error', failed);
      end(null, [new NodeStream(first, ''), new NodeStream(second, '')]);
    };
    server.once('connection', (socket: Net.Socket) => {
      second = socket;
      check();
    });
    first.once('connect', () => {
      isConnected = true;
      check();
    });
  });
}
