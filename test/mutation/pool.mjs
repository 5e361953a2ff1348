// Processes that run tests for mutants, and are replaced when one hangs or has been spoilt.
import { fork } from 'node:child_process';

/** Milliseconds for one test: within a loop without end, a test can't be told that its time is over. */
const TIME_LIMIT = 15_000;

const BUSY = { failure: { test: 'a test goes on for ever', timedOut: true }, clean: false };
const DEAD = { failure: { test: 'the process has died' }, clean: false };

class Worker {
  #process;
  #answered = null;
  #timer;
  #limit = TIME_LIMIT;
  /** Whether no mutant has been tried here yet. */
  fresh = true;

  constructor(mutant) {
    const args = mutant === undefined ? [] : [mutant];
    this.#process = fork(`${import.meta.dirname}/worker.cjs`, args, { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
    this.#process.on('message', (message) => (message === 'alive' ? this.#watch() : this.#answer(message)));
    this.#process.on('exit', () => this.#answer(DEAD));
  }

  #watch() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#answer(BUSY), this.#limit);
  }

  #answer(answer) {
    clearTimeout(this.#timer);
    this.#answered?.(answer);
    this.#answered = null;
  }

  ask(job, limit = TIME_LIMIT) {
    this.fresh = false;
    this.#limit = limit;
    this.#watch();
    return new Promise((resolve) => {
      this.#answered = resolve;
      this.#process.send(job, (error) => {
        if (error !== null) this.#answer(DEAD);
      });
    });
  }

  end() {
    this.#process.kill('SIGKILL');
  }
}

/** Runs all tests once without a mutant: what each covers, and how long it takes. */
export async function survey(suites) {
  const worker = new Worker();
  // The first time, everything has to be translated.
  const answer = await worker.ask({ survey: suites }, 20 * TIME_LIMIT);
  worker.end();
  if (answer.failure) throw new Error(`${answer.failure.test}\n${answer.failure.error}`);
  return answer;
}

async function tryAlone(job, fromTheStart) {
  const worker = new Worker(fromTheStart ? job.mutant : undefined);
  const answer = await worker.ask(job);
  worker.end();
  return answer.failure;
}

/** Tries all mutants, in `width` processes at a time; calls `done(job, failure)` for each. */
export async function tryAll(jobs, width, done) {
  const queue = [...jobs];
  async function lane() {
    let worker = null;
    for (let job = queue.shift(); job !== undefined; job = queue.shift()) {
      const order = { mutant: job.mutant.id, tests: job.tests, hitLimit: job.hitLimit };
      if (job.fromTheStart) {
        done(job, await tryAlone(order, true));
        continue;
      }
      worker ??= new Worker();
      const { fresh } = worker;
      const { failure, clean } = await worker.ask(order);
      if (!clean) {
        worker.end();
        worker = null;
      }
      // In a process of its own a failure needs no further proof.
      done(job, failure === null || clean || fresh ? failure : await tryAlone(order, false));
    }
    worker?.end();
  }
  await Promise.all(Array.from({ length: width }, lane));
}
