/** Coroutines that run a list of steps, in the style of a kit: programs for tests that don't care how bodies look. */
import * as asyncio from 'asyncio-ts';
import { errorText } from './outcomes';
import type { Kit } from './styles';

/** A step gives a value, or something to await. */
export type Step = () => unknown;

export interface Scripts {
  /** Takes the steps in order; returns what the last one gives. */
  steps(...all: Step[]): asyncio.Coroutine<unknown>;
  /** Takes all steps whatever they raise; returns the repr of what each gives, or its error. */
  attempts(...all: Step[]): asyncio.Coroutine<string[]>;
}

/** Whether a step gave something to await. */
export function isAwaitable(value: unknown): value is PromiseLike<unknown> {
  return typeof (value as { then?: unknown } | null | undefined)?.then === 'function';
}

/** The two scripts in the style of a kit; in reprs they go by `name`. */
export function scripts(kit: Pick<Kit, 'coroutine'>, name = 'steps'): Scripts {
  return {
    steps: kit.coroutine(
      async (...all: Step[]): Promise<unknown> => {
        let last: unknown;
        for (const step of all) {
          const given = step();
          last = isAwaitable(given) ? await given : given;
        }
        return last;
      },
      function* (...all: Step[]): asyncio.Gen<unknown> {
        let last: unknown;
        for (const step of all) {
          const given = step();
          last = isAwaitable(given) ? yield* asyncio.await_(given) : given;
        }
        return last;
      },
      name,
    ),
    attempts: kit.coroutine(
      async (...all: Step[]): Promise<string[]> => {
        const outcomes: string[] = [];
        for (const step of all) {
          try {
            const given = step();
            outcomes.push(asyncio.repr(isAwaitable(given) ? await given : given));
          } catch (error) {
            outcomes.push(errorText(error));
          }
        }
        return outcomes;
      },
      function* (...all: Step[]): asyncio.Gen<string[]> {
        const outcomes: string[] = [];
        for (const step of all) {
          try {
            const given = step();
            outcomes.push(asyncio.repr(isAwaitable(given) ? yield* asyncio.await_(given) : given));
          } catch (error) {
            outcomes.push(errorText(error));
          }
        }
        return outcomes;
      },
      name,
    ),
  };
}

/** Scripts in generator style, for tests in which the style makes no difference. */
export const { steps, attempts }: Scripts = scripts({
  coroutine: (_wrapped, generator, name) => {
    Object.defineProperty(generator, 'name', { value: name });
    return asyncio.coroutine(generator as never) as never;
  },
});
