// Processes that run tests for mutants, and are replaced when one hangs or has been spoilt.
import { fork } from 'node:child_process';

/** A loop without end never tells a test that its time is over. */
const TIME_LIMIT = 20_000;

class Worker {
  #process;
  #answered = null;
  /** Whether no mutant has been tried here yet. */
  fresh = true;

  constructor(mutant) {
    const args = mutant === undefined ? [] : [mutant];
    this.#process = fork(`${import.meta.dirname}/worker.cjs`, args, { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
    this.#process.on('message', (answer) => this.#answer(answer));
    this.#process.on('exit', () =>
      this.#answer({ failure: { test: 'the process has died', error: '' }, clean: false }),
    );
  }

  #answer(answer) {
    this.#answered?.(answer);
    this.#answered = null;
  }

  ask(job, limit = TIME_LIMIT) {
    this.fresh = false;
    return new Promise((resolve) => {
      const timer = setTimeout(
        () => this.#answer({ failure: { test: 'the process is busy for ever', timedOut: true }, clean: false }),
        limit,
      );
      this.#answered = (answer) => {
        clearTimeout(timer);
        resolve(answer);
      };
      this.#process.send(job, (error) => {
        if (error !== null) this.#answer({ failure: { test: 'the process has died', error: '' }, clean: false });
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
  const answer = await worker.ask({ survey: suites }, 600_000);
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
