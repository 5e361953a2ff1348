/** Runs the same test in every style, with debug mode off and on, with lazy and with eager tasks, on virtual time. */
import * as asyncio from 'asyncio-ts';
import { bodyOf } from '#asyncio/compiled/marks';
import { runOnce } from './outcomes';

/** The styles that a test program is written in; `compiled` is what the compiler makes of the wrapped one. */
export type Style = 'wrapped' | 'generator' | 'compiled';

/** Whether the compiler has been over the tests: in a browser they run a second time like this. */
const isCompiled = process.env.ASYNCIO_TEST_STYLE === 'compiled';

type Body<A extends unknown[], T> = (...args: A) => T;

/** What a test gets: a maker of coroutine functions in the style at hand, and a runner. */
export interface Kit {
  readonly style: Style;
  readonly debug: boolean;
  /** Whether the tasks of its loops start at once. */
  readonly eager: boolean;
  /** Makes a coroutine function of one of the two bodies, which say the same in the two styles. */
  coroutine<A extends unknown[], T>(
    wrapped: Body<A, Promise<T>>,
    generator: Body<A, Generator<unknown, T, never>>,
    name?: string,
  ): (...args: A) => asyncio.Coroutine<T>;
  /** Runs a program to its end on virtual time. */
  run<T>(main: asyncio.Coroutine<T>): Promise<T>;
  /** The same, in a task of its own that is made while the loop runs: only such a task can start eagerly. */
  runInTask<T>(main: asyncio.Coroutine<T>): Promise<T>;
  /** A loop on virtual time. */
  loop(): asyncio.BaseEventLoop;
}

/** A loop on virtual time. */
export function virtualLoop(debug = false): asyncio.BaseEventLoop {
  const loop = new asyncio.BaseEventLoop({ host: new asyncio.VirtualHost() });
  loop.set_debug(debug);
  return loop;
}

/** Makes the kit of a style. */
function makeKit(style: Style, debug: boolean, eager = false): Kit {
  const loop = (): asyncio.BaseEventLoop => {
    const made = virtualLoop(debug);
    if (eager) made.set_task_factory(asyncio.eager_task_factory);
    return made;
  };
  const run = <T>(main: asyncio.Coroutine<T>): Promise<T> => asyncio.run(main, { debug, loop_factory: loop });
  return {
    style,
    debug,
    eager,
    coroutine(wrapped, generator, name) {
      const body = style === 'generator' ? generator : wrapped;
      if (style === 'compiled' && /^async\b/.test(body.toString())) {
        throw new Error(`the compiler has left ${body.toString()}`);
      }
      if (name !== undefined) {
        // Stacks show a compiled function by the name of the generator function that it has become.
        for (const fn of [body, bodyOf(body)]) if (fn !== undefined) Object.defineProperty(fn, 'name', { value: name });
      }
      return asyncio.coroutine(body as never) as never;
    },
    run,
    runInTask: (main) => {
      const inTask = asyncio.coroutine(function* () {
        return yield* asyncio.create_task(main);
      });
      return run(inTask());
    },
    loop,
  };
}

/** Declares the tests of a behaviour for every style, with debug mode off and on. */
export function inEveryStyle(title: string, declare: (kit: Kit) => void): void {
  for (const style of isCompiled ? (['compiled'] as const) : (['wrapped', 'generator'] as const)) {
    for (const debug of [false, true]) {
      describe(`${title} (${style} style, debug ${debug ? 'on' : 'off'})`, () => {
        declare(makeKit(style, debug));
      });
    }
  }
}

interface Way {
  readonly style: Style;
  readonly eager: boolean;
}

const WAYS: readonly Way[] = [
  { style: 'wrapped', eager: false },
  { style: 'generator', eager: false },
  { style: 'generator', eager: true },
];

const COMPILED_WAYS: readonly Way[] = [
  { style: 'compiled', eager: false },
  { style: 'compiled', eager: true },
];

/**
 * Declares the tests of a behaviour for every way in which tasks run: as `inEveryStyle`, and for bodies that are no native
 * functions (those can't) also with tasks that start eagerly.
 */
export function inEveryWay(title: string, declare: (kit: Kit) => void): void {
  for (const { style, eager } of isCompiled ? COMPILED_WAYS : WAYS) {
    for (const debug of [false, true]) {
      describe(`${title} (${style} style, ${eager ? 'eager' : 'lazy'} tasks, debug ${debug ? 'on' : 'off'})`, () => {
        declare(makeKit(style, debug, eager));
      });
    }
  }
}

/** Makes a task while its loop runs, which is when a task can start eagerly. A lazy one has not begun after this. */
export async function taskMadeInRun<T>(
  own: asyncio.BaseEventLoop,
  coroutine: asyncio.Coroutine<T>,
  options?: asyncio.TaskOptions,
): Promise<{ task: asyncio.Task<T> }> {
  let task: asyncio.Task<T> | undefined;
  own.call_soon(() => {
    task = own.create_task(coroutine, options);
  });
  await runOnce(own);
  return { task: task! };
}

/** Collects what a loop's exception handler is told. */
export function collectReports(loop: asyncio.AbstractEventLoop): { message?: string; exception?: unknown }[] {
  const reports: { message?: string; exception?: unknown }[] = [];
  loop.set_exception_handler((_loop, context) => reports.push(context));
  return reports;
}
