/** Signals, by Node's `process`. */
import os from 'node:os';
import nodeProcess from 'node:process';
import { isMainThread } from 'node:worker_threads';

import { NotImplementedError } from '../builtins/exceptions.js';
import type { Signals } from '../host/processes.js';

const numbers: Readonly<Record<string, number>> = os.constants.signals;
const names = new Map(Object.entries(numbers).map(([name, number]) => [number, name as NodeJS.Signals]));

/** The C library keeps two for itself; those above have no names. */
const FIRST_REALTIME = 34;
const LAST = 64;

export const signals: Signals = {
  numbers,
  has: (signal) => names.has(signal) || (os.platform() === 'linux' && signal >= FIRST_REALTIME && signal <= LAST),
  arrive: isMainThread,
  watch: (signal, received) => {
    const name = names.get(signal);
    if (name === undefined) throw new NotImplementedError('Node gets no signals that have no name');
    nodeProcess.on(name, received);
    return () => {
      nodeProcess.off(name, received);
    };
  },
};
