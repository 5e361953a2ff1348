/** Cancels a program at the end of every turn of its loop, as `oracle.py` does on the other side. */
import * as asyncio from 'asyncio-ts';
import type { Setup, Trace } from './scenario';

/** Longer than any program takes: who is not over by then hangs. */
const FOR_EVER = 1e6;

/** A loop that knows when an iteration ends, and which timers are set. */
export class TurnLoop extends asyncio.BaseEventLoop {
  #turns = 0;
  #atTurn: (() => void) | null = null;
  readonly #timers: asyncio.TimerHandle[] = [];

  after_turns(turns: number, callback: () => void): void {
    this.#turns = turns;
    this.#atTurn = callback;
  }

  override _run_once(): boolean {
    const completed = super._run_once();
    if (completed && this.#atTurn !== null && --this.#turns === 0) {
      const callback = this.#atTurn;
      this.#atTurn = null;
      callback();
    }
    return completed;
  }

  override call_at(when: number, callback: asyncio.Callback, ...args: unknown[]): asyncio.TimerHandle {
    const timer = super.call_at(when, callback, ...args);
    this.#timers.push(timer);
    return timer;
  }

  pending_timers(): number {
    return this.#timers.filter((timer) => !timer.cancelled() && timer.when() > this.time()).length;
  }
}

/** Where the lines of a program go. */
interface Writer {
  readonly trace: Trace;
  write(text: string): void;
  forgetLoop(): void;
}

function outcome(task: asyncio.Task): string {
  if (!task.done()) return 'hangs';
  try {
    return `returned ${asyncio.repr(task.result())}`;
  } catch (error) {
    return `${task.cancelled() ? '' : 'raised '}${asyncio.repr(error)}`;
  }
}

export class CancelledAtEveryTurn {
  readonly #setup: Setup;
  readonly #writer: Writer;
  readonly #options: asyncio.RunOptions;

  constructor(setup: Setup, writer: Writer, options: asyncio.RunOptions) {
    this.#setup = setup;
    this.#writer = writer;
    this.#options = options;
  }

  /** One run for each turn, until the program is over before its turn; gives the number of runs. */
  async run(): Promise<number> {
    for (let turn = 1; ; turn++) {
      this.#writer.forgetLoop();
      this.#writer.write(`turn ${String(turn)}`);
      if (!(await asyncio.run(this.#attempt(turn), this.#options))) return turn;
    }
  }

  readonly #attempt = asyncio.coroutine((turn: number) => this.#steps(turn));

  *#steps(turn: number): asyncio.Gen<boolean> {
    const [victim, others, afterwards] = this.#setup(this.#writer.trace);
    const loop = asyncio.get_running_loop() as TurnLoop;
    const tasks = [
      loop.create_task(others(), { name: 'others' }),
      loop.create_task(victim(), { name: 'victim' }),
    ] as const;
    let reached = false;
    loop.after_turns(turn, () => {
      reached = tasks[1].cancel(`turn ${String(turn)}`);
    });
    const over = loop.create_future<null>();
    for (const task of tasks) {
      task.add_done_callback(() => {
        if (!over.done() && tasks.every((one) => one.done())) over.set_result(null);
      });
    }
    const limit = loop.call_later(FOR_EVER, () => over.cancel());
    try {
      yield* over;
    } catch (error) {
      if (!(error instanceof asyncio.CancelledError)) throw error;
    }
    limit.cancel();
    if (!reached) this.#writer.write('not cancelled');
    for (const task of tasks) {
      this.#writer.write(`${task.get_name()} ${outcome(task)}, ${String(task.cancelling())} requests`);
    }
    const left = asyncio.all_tasks().size - 1;
    const timers = loop.pending_timers();
    if (left > 0 || timers > 0) this.#writer.write(`left: ${String(left)} tasks, ${String(timers)} timers`);
    yield* afterwards();
    return reached;
  }
}
