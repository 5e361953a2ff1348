/** What the programs print, and whether all of it is as it has to be. */
import { readdirSync } from 'node:fs';

/** Memory in use, in bytes: as the system sees it, and what lives after a collection. */
export interface Memory {
  readonly rss: number;
  readonly heap: number;
}

/** A number of bytes, as text. */
export const megabytes = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(1)} MiB`;

/** The descriptors of this process. */
export const descriptors = (): number => readdirSync('/proc/self/fd').length;

/** How many descriptors the system allows this process: Node takes as many as it may have. */
export function limitOfDescriptors(): number {
  const { userLimits } = process.report.getReport() as unknown as {
    readonly userLimits?: { readonly open_files?: { readonly hard: number | 'unlimited' } };
  };
  const hard = userLimits?.open_files?.hard ?? 'unlimited';
  return hard === 'unlimited' ? Infinity : hard;
}

export class Report {
  #failures = 0;

  /** Collects what is garbage, and measures. */
  memory(): Memory {
    globalThis.gc?.();
    const { rss, heapUsed, arrayBuffers } = process.memoryUsage();
    return { rss, heap: heapUsed + arrayBuffers };
  }

  /** Prints a figure. */
  say(what: string, figure: string): void {
    console.log(`${what.padEnd(32)} ${figure}`);
  }

  /** Prints a figure that has to be what is expected. */
  expect(what: string, figure: number, expected: number): void {
    this.#judge(what, String(figure), figure === expected, String(expected));
  }

  /** Prints a figure that must not be greater than the bound. */
  atMost(what: string, figure: number, bound: number, text: (figure: number) => string): void {
    this.#judge(what, text(figure), figure <= bound, `at most ${text(bound)}`);
  }

  #judge(what: string, figure: string, isGood: boolean, expected: string): void {
    this.say(what, isGood ? figure : `${figure}, and not ${expected}`);
    if (!isGood) this.#failures += 1;
  }

  /** Ends the process: with 1 if a figure isn't what it has to be. */
  finish(): void {
    process.exit(this.#failures === 0 ? 0 : 1);
  }
}
