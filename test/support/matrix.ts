/**
 * Runs a suite in every way in which tasks can run: bodies in both styles, debug mode off and on, tasks that start lazily,
 * and for generator bodies (a native one can't) tasks that start eagerly. On virtual time.
 */
import * as asyncio from 'asyncio-ts';
import { errorText, outcome } from './outcomes';
import { isAwaitable, scripts, type Scripts, type Step } from './scripts';
import { inEveryWay, type Kit } from './styles';

/** What a test gets. */
export interface MatrixKit extends Kit, Scripts {
  /** A place for tasks that do something together. */
  stage(): Stage;
  /** Takes a step, and gives what it gives; if it raises, what `rescue` gives for the error. */
  rescued(step: Step, rescue: (error: Error) => unknown): asyncio.Coroutine<unknown>;
  /** Takes a step, and gives what `change` makes of its value. */
  changed<T>(step: () => PromiseLike<T>, change: (value: T) => unknown): asyncio.Coroutine<unknown>;
}

/** A repr without what is different in each run: addresses, and the places that debug mode adds. */
export function plain(value: unknown): string {
  return normalised(asyncio.repr(value));
}

function normalised(text: string): string {
  return text.replace(/0x[0-9a-f]+/g, '0x…').replace(/,? created at [^\s>\]]+:\d+(:\d+)?/g, '');
}

/** The repr of what a class makes that is called without regard to its types, or the error. */
export function making(type: new (...args: never[]) => unknown, ...args: unknown[]): string {
  return normalised(outcome(() => Reflect.construct(type, args)));
}

/** A step that gives up one turn. */
export const turn: Step = () => asyncio.sleep(0);

/** A step that throws. */
export function raising(error: Error): Step {
  return () => {
    throw error;
  };
}

class StageLoop extends asyncio.BaseEventLoop {
  readonly #timers: asyncio.TimerHandle[] = [];

  constructor(kit: MatrixKit) {
    super({ host: new asyncio.VirtualHost() });
    this.set_debug(kit.debug);
    if (kit.eager) this.set_task_factory(asyncio.eager_task_factory);
  }

  override call_at(when: number, callback: asyncio.Callback, ...args: unknown[]): asyncio.TimerHandle {
    const timer = super.call_at(when, callback, ...args);
    this.#timers.push(timer);
    return timer;
  }

  /** How many timers will still run. */
  pendingTimers(): number {
    return this.#timers.filter((timer) => !timer.cancelled() && timer.when() > this.time()).length;
  }
}

/** Takes steps and notes what comes of each, under a name; goes on after an error, or ends with it. */
type Performance = (name: string, goesOn: boolean, steps: readonly Step[]) => asyncio.Coroutine<void>;

function performance(kit: Kit, note: (text: string) => void): Performance {
  const noteValue = (name: string, value: unknown): void => {
    if (value !== null && value !== undefined) note(name + plain(value));
  };
  return kit.coroutine(
    async (name: string, goesOn: boolean, steps: readonly Step[]) => {
      for (const step of steps) {
        try {
          const given = step();
          noteValue(name, isAwaitable(given) ? await given : given);
        } catch (error) {
          note(name + errorText(error));
          if (goesOn) continue;
          if (error instanceof asyncio.Exception) return;
          throw error;
        }
      }
    },
    function* (name: string, goesOn: boolean, steps: readonly Step[]) {
      for (const step of steps) {
        try {
          const given = step();
          noteValue(name, isAwaitable(given) ? yield* asyncio.await_(given) : given);
        } catch (error) {
          note(name + errorText(error));
          if (goesOn) continue;
          if (error instanceof asyncio.Exception) return;
          throw error;
        }
      }
    },
    'actor',
  );
}

/**
 * Tasks that take steps, and a journal of what came of each step, `name: outcome` in the order of time. An outcome that is
 * None isn't noted.
 *
 * An actor's first error ends it. It is raised on only if it is no `Exception`, as a `CancelledError`.
 */
export class Stage {
  readonly loop: asyncio.BaseEventLoop;
  readonly seen: string[] = [];
  /** The tasks of the actors, by name. */
  readonly tasks: Record<string, asyncio.Task<unknown>> = {};
  readonly #loop: StageLoop;
  readonly #perform: Performance;

  constructor(kit: MatrixKit) {
    this.loop = this.#loop = new StageLoop(kit);
    this.#perform = performance(kit, this.note);
  }

  /** Notes a text, or the repr of something else. */
  readonly note = (what: unknown): void => {
    this.seen.push(typeof what === 'string' ? normalised(what) : plain(what));
  };

  /** An actor's coroutine. */
  readonly actor = (name: string, ...steps: Step[]): asyncio.Coroutine<void> =>
    this.#perform(`${name}: `, false, steps);

  /** Makes a task of an actor. */
  readonly start = (name: string, ...steps: Step[]): void => {
    this.tasks[name] = asyncio.create_task(this.actor(name, ...steps), { name });
  };

  /** Cancels the task of an actor. */
  readonly cancel = (name: string, message?: string): void => {
    this.tasks[name]?.cancel(message);
  };

  /**
   * Takes steps whatever they raise, and notes their outcomes without a name. What is left then, tasks or timers, is noted
   * last; gives the journal.
   */
  readonly run = async (...steps: Step[]): Promise<string[]> => {
    await this.#loop.run_until_complete(this.#perform('', true, steps));
    const left = [...asyncio.all_tasks(this.#loop)].map((task) => task.get_name());
    if (left.length > 0) this.note(`left: ${left.join(', ')}`);
    const timers = this.#loop.pendingTimers();
    if (timers > 0) this.note(`left: ${timers} timers`);
    this.#loop.close();
    return this.seen;
  };
}

function rescuing(kit: Kit): MatrixKit['rescued'] {
  return kit.coroutine(
    async (step: Step, rescue: (error: Error) => unknown): Promise<unknown> => {
      try {
        return await step();
      } catch (error) {
        return await rescue(error as Error);
      }
    },
    function* (step: Step, rescue: (error: Error) => unknown): asyncio.Gen<unknown> {
      try {
        const given = step();
        return isAwaitable(given) ? yield* asyncio.await_(given) : given;
      } catch (error) {
        const given = rescue(error as Error);
        return isAwaitable(given) ? yield* asyncio.await_(given) : given;
      }
    },
    'rescued',
  );
}

function changing(kit: Kit): MatrixKit['changed'] {
  return kit.coroutine(
    async (step: () => PromiseLike<never>, change: (value: never) => unknown) => change(await step()),
    function* (step: () => PromiseLike<never>, change: (value: never) => unknown) {
      return change(yield* asyncio.await_(step()));
    },
    'changed',
  );
}

/** Declares the tests of a behaviour for the whole matrix. */
export function acrossTheMatrix(title: string, declare: (kit: MatrixKit) => void): void {
  inEveryWay(title, (kit) => {
    const matrixKit: MatrixKit = {
      ...kit,
      ...scripts(kit),
      stage: () => new Stage(matrixKit),
      rescued: rescuing(kit),
      changed: changing(kit),
    };
    declare(matrixKit);
  });
}
