/**
 * Node's side of the network interface. Its modules are loaded when they are needed: most programs need none of them.
 */
import type * as Fs from 'node:fs';
import nodeProcess from 'node:process';

import type { Network } from '../host/network_registry.js';
import { connect } from './connections.js';
import { open } from './datagrams.js';
import { names } from './names.js';
import { pair } from './pairs.js';
import { sharesPorts } from './ports.js';
import { pipes } from './pipes.js';
import { processes } from './processes.js';
import { listen } from './servers.js';
import { nodeTLS } from './tls.js';
import { signals } from './signals.js';

const fs = (): typeof Fs => nodeProcess.getBuiltinModule('node:fs');

/** The number of the socket in the file system; null if there is none. */
function socketAt(path: string): number | null {
  if (path.startsWith('\0')) return null;
  const found = fs().lstatSync(path, { throwIfNoEntry: false });
  return found?.isSocket() === true ? found.ino : null;
}

export const nodeNetwork: Network = {
  reason: '',
  names,
  streams: {
    connect,
    listen,
    sharesPorts: sharesPorts(),
    pair,
    removeStale: (path) => {
      if (socketAt(path) !== null) fs().unlinkSync(path);
    },
    watchPath: (path) => {
      const inode = socketAt(path);
      return () => {
        if (inode !== null && socketAt(path) === inode) fs().unlinkSync(path);
      };
    },
  },
  datagrams: { open },
  files: {
    read: (descriptor, into, position, outcome) => {
      fs().read(descriptor, into, 0, into.length, position, (error, count) => {
        outcome(error, error === null ? count : null);
      });
    },
  },
  tls: nodeTLS,
  pipes,
  processes,
  signals,
};
