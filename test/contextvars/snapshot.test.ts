/** Contexts of callbacks and tasks, which are made only if their code asks: nobody can tell. */
import * as asyncio from 'asyncio-ts';
import { contextState } from '#asyncio/contextvars/context';
import { failOnNoise, outcome } from '../support/outcomes';
import { virtualLoop } from '../support/styles';

failOnNoise();

const { Context, ContextVar, copy_context } = asyncio.contextvars;
const ENTERED = /^RuntimeError: cannot enter context: <_contextvars.Context object at 0x\w+> is already entered$/;

describe('the context of a callback', () => {
  const variable = new ContextVar('variable', { default: 'default' });
  /** What is entered after each callback. */
  const left: unknown[] = [];
  let loop: asyncio.BaseEventLoop;
  beforeEach(() => {
    loop = virtualLoop();
  });
  afterEach(() => {
    loop.close();
  });

  /** Runs a callback as the loop does, where the variable is `set`. */
  const call = async (callback: (handle: asyncio.Handle) => void): Promise<asyncio.Handle> => {
    const handle: asyncio.Handle = new Context().run(() => {
      variable.set('set');
      return loop.call_soon(() => {
        callback(handle);
      });
    });
    await loop.run_until_complete(asyncio.sleep(0));
    left.push(contextState.current, contextState.unasked);
    return handle;
  };

  test('has the variables of the moment when it was scheduled, and keeps what it sets', async () => {
    const seen: string[] = [];
    const handle = await call(() => {
      seen.push(variable.get());
      variable.set('anew');
      seen.push(variable.get());
    });
    expect([seen, handle.get_context().get(variable), variable.get()]).toEqual([['set', 'anew'], 'anew', 'default']);
  });

  test('is entered while the callback runs, asked for or not', async () => {
    const seen: string[] = [];
    const handle = await call((own) => {
      seen.push(outcome(() => own.get_context().run(() => variable.get())));
    });
    await call((own) => {
      variable.get();
      seen.push(outcome(() => own.get_context().run(() => variable.get())));
    });
    await call((own) => {
      seen.push(outcome(() => new Context().run(() => own.get_context().run(() => variable.get()))));
    });
    expect(seen).toEqual([
      expect.stringMatching(ENTERED),
      expect.stringMatching(ENTERED),
      expect.stringMatching(ENTERED),
    ]);
    expect(handle.get_context().run(() => variable.get())).toBe('set');
  });

  test('is current again after another one was entered in it', async () => {
    const seen: string[] = [];
    const handle = await call((own) => {
      seen.push(new Context().run(() => variable.get()));
      variable.set('anew');
      seen.push(
        new Context().run(() => own.get_context().get(variable) as string),
        variable.get(),
      );
    });
    expect([seen, handle.get_context().get(variable)]).toEqual([['default', 'anew', 'anew'], 'anew']);
  });

  test('is left when the callback raises', async () => {
    const reports: unknown[] = [];
    loop.set_exception_handler((_loop, { exception }) => {
      reports.push(exception);
    });
    const error = new asyncio.ValueError('no');
    const handle = await call(() => {
      variable.set('anew');
      throw error;
    });
    expect(left.every((entered) => entered === null)).toBe(true);
    expect([reports, variable.get(), handle.get_context().run(() => variable.get())]).toEqual([
      [error],
      'default',
      'anew',
    ]);
  });

  test('is handed on to what it schedules', async () => {
    const seen: string[] = [];
    await call(() => {
      loop.call_soon(() => seen.push(variable.get()));
      const copy = copy_context();
      variable.set('anew');
      loop.call_soon(() => seen.push(variable.get(), copy.get(variable) ?? 'none'));
    });
    await loop.run_until_complete(asyncio.sleep(0));
    expect(seen).toEqual(['set', 'anew', 'set']);
  });
});

describe('the context of a task', () => {
  test('is entered while a step executes, and is a copy', async () => {
    const variable = new ContextVar('variable', { default: 'default' });
    const seen: string[] = [];
    const work = asyncio.coroutine(function* () {
      const own = (asyncio.current_task() as asyncio.Task).get_context();
      seen.push(outcome(() => own.run(() => 1)));
      yield* asyncio.sleep(1);
      variable.set('anew');
      seen.push(
        variable.get(),
        outcome(() => own.run(() => 1)),
      );
    });
    const main = asyncio.coroutine(function* () {
      variable.set('set');
      const task = asyncio.create_task(work());
      variable.set('later');
      yield* asyncio.sleep(0);
      seen.push(task.get_context().run(() => variable.get()));
      yield* task;
      seen.push(
        task.get_context().run(() => variable.get()),
        variable.get(),
      );
    });
    const loop = virtualLoop();
    await loop.run_until_complete(main());
    loop.close();
    const entered = expect.stringMatching(ENTERED) as string;
    expect(seen).toEqual([entered, 'set', 'anew', entered, 'anew', 'later']);
  });
});
