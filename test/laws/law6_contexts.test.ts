/** Law 6. Contexts: a task runs in a copy of the context it was made in, a callback in the one it was scheduled in. */
import * as asyncio from 'asyncio-ts';
import { inEveryWay } from '../support/styles';

const { ContextVar, copy_context } = asyncio.contextvars;

inEveryWay('law 6: contexts', (kit) => {
  test('what a task sets is not seen outside of it', async () => {
    const variable = new ContextVar<string>('v', { default: 'none' });
    const seen: string[] = [];
    const work = kit.coroutine(
      async (name: string) => {
        seen.push(`${name} ${variable.get()}`);
        variable.set(name);
        await asyncio.sleep(0);
        seen.push(`${name} ${variable.get()}`);
      },
      function* (name: string) {
        seen.push(`${name} ${variable.get()}`);
        variable.set(name);
        yield* asyncio.sleep(0);
        seen.push(`${name} ${variable.get()}`);
      },
    );
    const main = kit.coroutine(
      async () => {
        variable.set('main');
        await asyncio.gather(work('a'), work('b'));
        return variable.get();
      },
      function* () {
        variable.set('main');
        yield* asyncio.gather(work('a'), work('b'));
        return variable.get();
      },
    );
    expect(await kit.run(main())).toBe('main');
    expect(seen).toEqual(['a main', 'b main', 'a a', 'b b']);
  });

  test('an awaited coroutine shares the context of its task', async () => {
    const variable = new ContextVar<string>('v', { default: 'none' });
    const child = kit.coroutine(
      async () => {
        await asyncio.sleep(0);
        variable.set('child');
      },
      function* () {
        yield* asyncio.sleep(0);
        variable.set('child');
      },
    );
    const main = kit.coroutine(
      async () => {
        await child();
        return variable.get();
      },
      function* () {
        yield* child();
        return variable.get();
      },
    );
    expect(await kit.run(main())).toBe('child');
    expect(variable.get()).toBe('none');
  });

  test('a callback runs in the context it was scheduled in, or in the one it is given', async () => {
    const variable = new ContextVar<string>('v', { default: 'none' });
    const seen: string[] = [];
    const schedule = (): void => {
      const loop = asyncio.get_running_loop();
      variable.set('before');
      loop.call_soon(() => seen.push(variable.get()));
      variable.set('after');
      const context = copy_context();
      context.run(() => variable.set('given'));
      loop.call_soon(() => seen.push(variable.get()), { context });
      loop.call_later(1, () => seen.push(variable.get()), { context });
      const future = loop.create_future<null>();
      future.add_done_callback(() => seen.push(variable.get()), { context });
      future.set_result(null);
    };
    const main = kit.coroutine(
      async () => {
        schedule();
        await asyncio.sleep(2);
        return variable.get();
      },
      function* () {
        schedule();
        yield* asyncio.sleep(2);
        return variable.get();
      },
    );
    expect(await kit.run(main())).toBe('after');
    expect(seen).toEqual(['before', 'given', 'given', 'given']);
  });

  test('a task runs in the very context that it is given', async () => {
    const variable = new ContextVar<string>('v', { default: 'none' });
    const work = kit.coroutine(
      async () => {
        await asyncio.sleep(0);
        variable.set('set by the task');
      },
      function* () {
        yield* asyncio.sleep(0);
        variable.set('set by the task');
      },
    );
    const main = kit.coroutine(
      async () => {
        const context = copy_context();
        await asyncio.create_task(work(), { context });
        return [variable.get(), context.get(variable)];
      },
      function* () {
        const context = copy_context();
        yield* asyncio.create_task(work(), { context });
        return [variable.get(), context.get(variable)];
      },
    );
    expect(await kit.run(main())).toEqual(['none', 'set by the task']);
  });

  test('nothing of a task is left in the context outside of the loop', async () => {
    const variable = new ContextVar<string>('v', { default: 'none' });
    const main = kit.coroutine(
      async () => {
        variable.set('inside');
        await new Promise((resolve) => setTimeout(resolve, 1));
        return variable.get();
      },
      function* () {
        variable.set('inside');
        yield* asyncio.await_(new Promise((resolve) => setTimeout(resolve, 1)));
        return variable.get();
      },
    );
    const outside: string[] = [];
    const result = asyncio.run(main(), { debug: kit.debug });
    const timer = setInterval(() => outside.push(variable.get()), 0);
    expect(await result).toBe('inside');
    await new Promise((resolve) => setTimeout(resolve, 5));
    clearInterval(timer);
    expect(new Set(outside)).toEqual(new Set(['none']));
  });
});
