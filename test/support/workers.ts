/** Workers for tests, which run the sources: the library that is in the workers is bundled once. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setWorkerFolder } from '#asyncio/node/files';
import * as asyncio from 'asyncio-ts';
import { libraryFolder } from './child';

/** To start a worker takes as long as it takes; only one that never answers fails a test. In milliseconds. */
export const PATIENCE = 120_000;

/** Has executors find the files of their workers, in all tests of a file. */
export function useWorkers(): void {
  jest.setTimeout(PATIENCE);
  setWorkerFolder(libraryFolder());
}

let count = 0;

/**
 * A module of CommonJS that this thread and workers load, with `asyncio` for the library; gives what it exports here.
 */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the module is a text, and has no types
export function workerModule<Exports extends object>(source: string): Exports {
  const file = join(libraryFolder(), `module${String(++count)}.cjs`);
  writeFileSync(file, `const asyncio = require('./asyncio.cjs');\n${source}\n`);
  const exports = {};
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- as above
  const load = new Function('asyncio', 'exports', '__filename', source) as (...args: unknown[]) => void;
  load(asyncio, exports, file);
  return exports as Exports;
}

/** Holds workers up, without a clock. */
export class Gate {
  /** What {@link pass} takes. */
  readonly cells: Int32Array = new Int32Array(new SharedArrayBuffer(8));

  /** Lets whoever waits go on, and whoever will come. */
  open(): void {
    Atomics.store(this.cells, 0, 1);
    Atomics.notify(this.cells, 0);
  }

  /** Waits until somebody has come to the gate. */
  async reached(): Promise<void> {
    type WaitAsync = (cells: Int32Array, index: number, value: number) => { value: Promise<string> | string };
    await (Atomics as unknown as { waitAsync: WaitAsync }).waitAsync(this.cells, 1, 0).value;
  }
}

/** For workers: comes to a gate, and waits until it is opened. */
export function pass(cells: Int32Array): string {
  Atomics.store(cells, 1, 1);
  Atomics.notify(cells, 1);
  Atomics.wait(cells, 0, 0);
  return 'passed';
}
