/** Tries the library with a fault in a process of its own. */
import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { Told } from './work';

/** Milliseconds; a process that tells nothing for so long hangs in what it compares. */
const SILENCE = 120_000;

export interface Outcome {
  /** The scenarios that disagree; those that the process didn't come to are not among them. */
  readonly scenarios: readonly string[];
  /** How many were compared. */
  readonly compared: number;
  /** How many random programs agree before one disagrees; null: all agree. */
  readonly programs: number | null;
  /** Why the process didn't get to its end: the fault made it hang or die. */
  readonly broken: string | null;
}

interface Work {
  /** How many random programs are compared. */
  readonly programs: number;
  /** Which scenarios; all if none is named. */
  readonly scenarios?: readonly string[];
}

/** Compares with the fault of this number in the library; -1: with none. */
export async function tryFault(fault: number, { programs, scenarios = [] }: Work): Promise<Outcome> {
  const worker = fork(join(__dirname, 'worker.mjs'), [String(fault), String(programs), ...scenarios], {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let errors = '';
  worker.stderr?.setEncoding('utf8').on('data', (text: string) => (errors += text));
  const failing: string[] = [];
  let compared = 0;
  let first: number | null = null;
  return new Promise((resolve) => {
    let timer: NodeJS.Timeout;
    const listen = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => worker.kill('SIGKILL'), SILENCE);
    };
    listen();
    worker.on('message', (message) => {
      listen();
      const told = message as Told;
      if (told.kind === 'programs') first = told.first;
      else {
        compared += 1;
        if (!told.agrees) failing.push(told.name);
      }
    });
    worker.on('exit', (code, signal) => {
      clearTimeout(timer);
      const broken = code === 0 ? null : signal === 'SIGKILL' ? 'it hangs' : `it dies: ${errors.trim().slice(-400)}`;
      resolve({ scenarios: failing, compared, programs: first, broken });
    });
  });
}
