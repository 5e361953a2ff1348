/** Law 8. Lifecycle: closed loops refuse work, stop ends after the iteration, run cleans up, Ctrl-C cancels. */
import { spawn } from 'node:child_process';
import * as asyncio from 'asyncio-ts';
import { collectReports, inEveryStyle } from '../support/styles';
import { childProgram } from '../support/child';

inEveryStyle('law 8: lifecycle', (kit) => {
  test('a closed loop refuses work', async () => {
    const loop = kit.loop();
    loop.close();
    loop.close();
    expect(loop.is_closed()).toBe(true);
    const work = kit.coroutine(
      async () => undefined,

      function* () {
        return undefined;
      },
    );
    const refused = 'Event loop is closed';
    expect(() => loop.call_soon(() => 0)).toThrow(refused);
    expect(() => loop.call_later(1, () => 0)).toThrow(refused);
    expect(() => loop.call_soon_threadsafe(() => 0)).toThrow(refused);
    const coroutine = work();
    expect(() => loop.create_task(coroutine)).toThrow(refused);
    await expect(loop.run_forever()).rejects.toThrow(refused);
    await expect(loop.run_until_complete(coroutine)).rejects.toThrow(refused);
    coroutine.close();
  });

  test('stop ends the run after the current iteration', async () => {
    const loop = kit.loop();
    const seen: string[] = [];
    loop.call_soon(() => {
      seen.push('stop');
      loop.stop();
      loop.call_soon(() => seen.push('next'));
    });
    loop.call_soon(() => seen.push('same'));
    await loop.run_forever();
    expect(seen).toEqual(['stop', 'same']);
    loop.stop();
    await loop.run_forever();
    expect(seen).toEqual(['stop', 'same', 'next']);
    loop.close();
  });

  test('a running loop can neither be run again nor closed', async () => {
    const loop = kit.loop();
    const other = kit.loop();
    const seen: unknown[] = [];
    const idle = asyncio.sleep(0);
    const main = kit.coroutine(
      async () => {
        for (const attempt of [() => loop.run_forever(), () => other.run_forever(), () => asyncio.run(idle)]) {
          seen.push(
            await asyncio.wrap_future(
              attempt().then(
                () => 'ran',
                (error: Error) => error.message,
              ),
            ),
          );
        }
      },
      function* () {
        for (const attempt of [() => loop.run_forever(), () => other.run_forever(), () => asyncio.run(idle)]) {
          seen.push(
            yield* asyncio.await_(
              attempt().then(
                () => 'ran',
                (error: Error) => error.message,
              ),
            ),
          );
        }
      },
    );
    await loop.run_until_complete(main());
    idle.close();
    expect(seen).toEqual([
      'This event loop is already running',
      'Cannot run the event loop while another loop is running',
      'asyncio.run() cannot be called from a running event loop',
    ]);
    loop.call_soon(() => {
      expect(() => {
        loop.close();
      }).toThrow('Cannot close a running event loop');
      loop.stop();
    });
    await loop.run_forever();
    loop.close();
    other.close();
  });

  test('run cancels what is left, and leaves no loop behind', async () => {
    const seen: string[] = [];
    const left = kit.coroutine(
      async () => {
        try {
          await asyncio.sleep(1000);
        } catch (error) {
          seen.push(asyncio.repr(error));
          throw error;
        }
      },
      function* () {
        try {
          yield* asyncio.sleep(1000);
        } catch (error) {
          seen.push(asyncio.repr(error));
          throw error;
        }
      },
    );
    const main = kit.coroutine(
      async () => {
        asyncio.create_task(left());
        await asyncio.sleep(0);
        return asyncio.get_running_loop();
      },
      function* () {
        asyncio.create_task(left());
        yield* asyncio.sleep(0);
        return asyncio.get_running_loop();
      },
    );
    const loop = await kit.run(main());
    expect(loop.is_closed()).toBe(true);
    expect(seen).toEqual(['CancelledError()']);
    expect(() => asyncio.get_running_loop()).toThrow('no running event loop');
  });

  test('what fails while run cancels it is reported', async () => {
    const loop = kit.loop();
    const reports = collectReports(loop);
    const left = kit.coroutine(
      async () => {
        try {
          await asyncio.sleep(1000);
        } finally {
          throw new asyncio.ValueError('in the clean-up');
        }
      },
      function* () {
        try {
          yield* asyncio.sleep(1000);
        } finally {
          throw new asyncio.ValueError('in the clean-up');
        }
      },
    );
    const main = kit.coroutine(
      async () => {
        asyncio.create_task(left());
        await asyncio.sleep(0);
      },
      function* () {
        asyncio.create_task(left());
        yield* asyncio.sleep(0);
      },
    );
    await asyncio.run(main(), { loop_factory: () => loop });
    expect(reports.map((report) => report.message)).toEqual(['unhandled exception during asyncio.run() shutdown']);
  });

  test('a runner keeps its loop and its context from one run to the next', async () => {
    const variable = new asyncio.contextvars.ContextVar<number>('v', { default: 0 });
    const count = kit.coroutine(
      async () => {
        variable.set(variable.get() + 1);
        await asyncio.sleep(0);
        return variable.get();
      },
      function* () {
        variable.set(variable.get() + 1);
        yield* asyncio.sleep(0);
        return variable.get();
      },
    );
    const runner = new asyncio.Runner({ loop_factory: () => kit.loop() });
    const loop = runner.get_loop();
    expect([await runner.run(count()), await runner.run(count())]).toEqual([1, 2]);
    expect(runner.get_loop()).toBe(loop);
    await runner.close();
    await runner.close();
    expect(loop.is_closed()).toBe(true);
    const refused = count();
    await expect(runner.run(refused)).rejects.toThrow('Runner is closed');
    refused.close();
  });

  test('Ctrl-C cancels the main task, then run rejects with KeyboardInterrupt', async () => {
    const program =
      kit.style === 'wrapped'
        ? `const main = asyncio.coroutine(async () => {
             console.log('ready');
             try { await asyncio.sleep(60); } catch (e) { console.log(asyncio.repr(e)); throw e; }
           });`
        : `const main = asyncio.coroutine(function* () {
             console.log('ready');
             try { yield* asyncio.sleep(60); } catch (e) { console.log(asyncio.repr(e)); throw e; }
           });`;
    const file = childProgram(`${program}
      asyncio.run(main(), { debug: ${String(kit.debug)} }).then(
        () => console.log('ended'),
        (e) => console.log(e.name, e instanceof asyncio.KeyboardInterrupt));`);
    const child = spawn(process.execPath, [file], { stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      if (output === 'ready\n') child.kill('SIGINT');
    });
    const code = await new Promise((resolve) => child.on('exit', resolve));
    expect(output.split('\n')).toEqual(['ready', 'CancelledError()', 'KeyboardInterrupt true', '']);
    expect(code).toBe(0);
  });
});
