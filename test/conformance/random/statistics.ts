/** How often random programs do what they are made of, and how often what is rare happens. */
import { TRACED, WATCHED, watch } from './branches';
import type { Counter } from './run';

/** In how many of so many programs each thing happened, by its name. */
export interface Tally {
  readonly programs: number;
  readonly counts: Readonly<Record<string, number>>;
}

/** Each thing has to happen in at least so many of a hundred programs. */
export const LEAST = 1;

export class Statistics {
  #programs = 0;
  readonly #counts = new Map<string, number>([...TRACED.map(([name]) => name), ...WATCHED].map((name) => [name, 0]));

  /** Counts what one program does when it is played: each thing once. */
  async count(play: (counter: Counter) => Promise<string[]>): Promise<string[]> {
    const found = new Set<string>();
    const hit = (name: string): void => {
      found.add(name);
    };
    const watching = watch(hit);
    try {
      const trace = await play({
        library: watching.library,
        expect: (name) => {
          this.#add(name, 0);
        },
        hit,
      });
      const text = trace.join('\n');
      for (const [name, pattern] of TRACED) if (pattern.test(text)) hit(name);
      return trace;
    } finally {
      watching.end();
      this.#programs += 1;
      for (const name of found) this.#add(name, 1);
    }
  }

  /** Adds what was counted elsewhere. */
  merge({ programs, counts }: Tally): void {
    this.#programs += programs;
    for (const [name, count] of Object.entries(counts)) this.#add(name, count);
  }

  tally(): Tally {
    return { programs: this.#programs, counts: Object.fromEntries(this.#counts) };
  }

  #add(name: string, count: number): void {
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + count);
  }
}

/** In how many of a hundred programs each thing happened, rarest first. */
export function shares({ programs, counts }: Tally): (readonly [name: string, share: number])[] {
  return Object.entries(counts)
    .map(([name, count]) => [name, (100 * count) / programs] as const)
    .sort(([, left], [, right]) => left - right);
}
