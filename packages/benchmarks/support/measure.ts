/**
 * The clock of every program: what it takes, after a warm-up, to do `count` operations, and the one line that says so.
 *
 * The runner starts a program as `node program.mjs COUNT WARM_UP SIZE LINE`; `programs/bench.py` is this file's twin.
 */

/** A measurement, as programs print it. Times are in seconds, memory in bytes. */
export interface Measurement {
  cpu?: number;
  wall?: number;
  rss?: number;
  heap?: number;
}

/** How many operations are measured. */
export const COUNT: number = Number(process.argv[2]);

/** How many are done before. */
export const WARM_UP: number = Number(process.argv[3]);

/** How many take part, in the workloads that look at what this changes; else 0. */
export const SIZE: number = Number(process.argv[4]);

/** How many of them stand in one line. */
export const LINE: number = Number(process.argv[5] ?? SIZE);

/** A prime number, so that each place is taken before one is taken again, and neighbours don't follow one another. */
const STRIDE = 7919;

/** Which of `SIZE` places it is the turn of. */
export function placeOf(turn: number): number {
  return (turn * STRIDE) % SIZE;
}

/** Makes the lines that there are places in. */
export function makeLines<T>(make: () => T): readonly T[] {
  return Array.from({ length: SIZE / LINE }, make);
}

/** Which line a place is in: those who come one after the other stand one behind the other. */
export function lineOf<T>(lines: readonly T[], place: number): T {
  return lines[Math.floor(place / LINE)]!;
}

/** A point in time: processor time of the whole process, all its threads, in user and system mode; and the wall clock. */
export class Instant {
  readonly #usage: NodeJS.CpuUsage = process.cpuUsage();
  readonly #wall: number = performance.now();

  /** What has passed since. */
  elapsed(): Measurement {
    const wall = (performance.now() - this.#wall) / 1e3;
    const { user, system } = process.cpuUsage(this.#usage);
    return { cpu: (user + system) / 1e6, wall };
  }
}

/** A program that did not do its work has no time to show. */
export function check(done: number, expected: number): void {
  if (done !== expected) throw new Error(`${String(done)} operations were done instead of ${String(expected)}`);
}

/** Prints a measurement. */
export function print(measurement: Measurement): void {
  console.log(JSON.stringify(measurement));
}

/** Memory in use, to be compared with a later state. */
export class Memory {
  readonly #heap: number = usedHeap();
  readonly #rss: number = process.memoryUsage.rss();

  /** What has been added since: first as the operating system sees it, garbage included; then live objects only. */
  growth(): Measurement {
    const rss = process.memoryUsage.rss() - this.#rss;
    return { rss, heap: usedHeap() - this.#heap };
  }
}

/** What is on the heap after a collection, if the program was started with `--expose-gc`. */
function usedHeap(): number {
  (globalThis as { gc?: () => void }).gc?.();
  return process.memoryUsage().heapUsed;
}

/** Prints a measurement and ends the process, whatever still waits in it. */
export function finish(measurement: Measurement): void {
  print(measurement);
  process.exit();
}
