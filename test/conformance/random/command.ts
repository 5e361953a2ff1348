/**
 * `npm run conformance:random -- [options]`: random programs, here and in CPython.
 *
 *   --programs N   how many (1000)
 *   --seed N       the first seed; the same seed gives the same programs (1)
 *   --seeds N      how many seeds share the programs (1)
 *   --jobs N       how many processes, each with a Python beside it (one for two processors)
 *   --installed    asks an installed CPython instead of Pyodide
 *   --record       writes the outcome into recorded.json, for docs/conformance.md
 *
 * It fails if a program disagrees, or, given enough programs, if one of the things that are counted happens too rarely.
 */
import { fork, type ChildProcess } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Oracle } from '../oracle';
import { recordResult } from '../results';
import { compareMany, type Programs } from './compare';
import { ALL_STYLES } from './run';
import { LEAST, shares, Statistics, type Tally } from './statistics';

/** With fewer programs, what happens in one of a hundred may by chance happen less often. */
const ENOUGH = 10_000;

/** What one process has to do, and what it answers. */
interface Job {
  readonly programs: readonly Programs[];
  readonly installed: boolean;
}

interface Answer {
  readonly version: string;
  readonly disagreement: string | null;
  readonly tally: Tally;
}

async function work({ programs, installed }: Job): Promise<Answer> {
  const oracle = installed ? Oracle.cpython() : Oracle.pyodide();
  if (typeof oracle === 'string') throw new Error(oracle);
  const statistics = new Statistics();
  try {
    let disagreement: string | null = null;
    for (const [number, some] of programs.entries()) {
      disagreement = await compareMany(oracle, some, statistics);
      if (disagreement !== null) break;
      process.send?.(number + 1);
    }
    return { version: await oracle.version, disagreement, tally: statistics.tally() };
  } finally {
    oracle.close();
  }
}

/** Processes that work side by side, until all are over or the programs of one disagree. */
class Team {
  readonly #workers: ChildProcess[] = [];
  #stopped = false;

  /** The answer of a process of its own, which tells how many seeds it has come to the end of; null if it was stopped. */
  async delegate(job: Job, progress: (seeds: number) => void): Promise<Answer | null> {
    return new Promise((resolve, reject) => {
      const worker = fork(join(__dirname, 'random.mjs'), ['--worker']);
      this.#workers.push(worker);
      worker.on('error', reject);
      worker.on('exit', (code) => {
        if (this.#stopped) resolve(null);
        else reject(new Error(`a process ended with code ${String(code)} and without an answer`));
      });
      worker.on('message', (told: Answer | number) => {
        if (typeof told === 'number') {
          progress(told);
          return;
        }
        resolve(told);
        if (told.disagreement !== null) this.#stop();
      });
      worker.send(job);
    });
  }

  #stop(): void {
    this.#stopped = true;
    for (const worker of this.#workers) worker.kill();
  }
}

/** A process that works for the one that was called. */
function serve(): void {
  // After the answer, or because who asked is gone.
  process.once('disconnect', () => process.exit());
  process.once('message', (job) => {
    void work(job as Job).then((answer) => {
      process.send?.(answer, () => {
        process.disconnect();
      });
    });
  });
}

function listed(tally: Tally): string {
  return shares(tally)
    .map(([name, share]) => `${share.toFixed(2).padStart(6)} %  ${name}`)
    .join('\n');
}

/** The command. */
export async function main(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      programs: { type: 'string', default: '1000' },
      seed: { type: 'string', default: '1' },
      seeds: { type: 'string', default: '1' },
      jobs: { type: 'string', default: String(Math.max(1, availableParallelism() >> 1)) },
      installed: { type: 'boolean', default: false },
      record: { type: 'boolean', default: false },
      worker: { type: 'boolean', default: false },
    },
  });
  if (values.worker) {
    serve();
    return;
  }
  const [count, seed, seeds, jobs] = [values.programs, values.seed, values.seeds, values.jobs].map(Number) as [
    number,
    number,
    number,
    number,
  ];
  const begun = performance.now();
  const done = Array.from({ length: jobs }, () => 0);
  let told = 0;
  const tell = (): void => {
    const least = Math.min(...done);
    if (least > told) console.error(`${String(least)} of ${String(seeds)} seeds`);
    told = Math.max(told, least);
  };
  const team = new Team();
  const all = await Promise.all(
    Array.from({ length: jobs }, (_, share) => {
      const programs = Array.from({ length: seeds }, (_seed, i) => ({
        seed: seed + i,
        count: Math.ceil(count / seeds),
        share,
        shares: jobs,
      }));
      return team.delegate({ programs, installed: values.installed }, (number) => {
        done[share] = number;
        tell();
      });
    }),
  );
  const answers = all.filter((answer) => answer !== null);
  const seconds = (performance.now() - begun) / 1000;
  const statistics = new Statistics();
  for (const { tally } of answers) statistics.merge(tally);
  const tally = statistics.tally();
  const version = answers[0]?.version ?? '';
  const disagreement = answers.find((answer) => answer.disagreement !== null)?.disagreement ?? null;
  const from = seeds === 1 ? `seed ${String(seed)}` : `seeds ${String(seed)} to ${String(seed + seeds - 1)}`;
  console.log(
    `${String(tally.programs)} programs of ${from} ${disagreement === null ? 'agree with' : 'DISAGREE with'} ` +
      `CPython ${version}, ${(tally.programs / seconds).toFixed(0)} a second\n`,
  );
  if (disagreement !== null) {
    console.log(disagreement);
    process.exitCode = 1;
    return;
  }
  console.log(`in so many of 100 programs:\n${listed(tally)}`);
  const rare = shares(tally).filter(([, share]) => share < LEAST);
  if (rare.length > 0 && tally.programs >= ENOUGH) {
    console.log(`\ntoo rare: ${rare.map(([name]) => name).join('; ')}`);
    process.exitCode = 1;
  }
  if (values.record) recordResult('random', { version, seed, seeds, styles: ALL_STYLES, ...tally });
}
