/** Law 7. Errors are never lost. */
import * as asyncio from 'asyncio-ts';
import { defaultHost } from '#asyncio/host/registry';
import { collectReports, inEveryWay, virtualLoop } from '../support/styles';

inEveryWay('law 7: errors are never lost', (kit) => {
  const failing = kit.coroutine(
    async () => {
      await asyncio.sleep(0);
      throw new asyncio.ValueError('lost');
    },
    function* () {
      yield* asyncio.sleep(0);
      throw new asyncio.ValueError('lost');
    },
    'failing',
  );

  test('the exception of a task that nobody asks is reported when the loop closes', async () => {
    const loop = kit.loop();
    const reports = collectReports(loop);
    const main = kit.coroutine(
      async () => {
        asyncio.create_task(failing(), { name: 'f' });
        await asyncio.sleep(1);
      },
      function* () {
        asyncio.create_task(failing(), { name: 'f' });
        yield* asyncio.sleep(1);
      },
    );
    await loop.run_until_complete(main());
    loop.close();
    expect(reports.map((report) => report.message)).toEqual(['Task exception was never retrieved']);
    expect(asyncio.repr(reports[0]?.exception)).toBe("ValueError('lost')");
  });

  test('an exception that somebody asked for is not reported', async () => {
    const loop = kit.loop();
    const reports = collectReports(loop);
    const main = kit.coroutine(
      async () => void (await asyncio.gather(failing(), { return_exceptions: true })),
      function* () {
        yield* asyncio.gather(failing(), { return_exceptions: true });
      },
    );
    await loop.run_until_complete(main());
    loop.close();
    expect(reports).toEqual([]);
  });

  test('an exception in a callback is reported at once, and the loop goes on', async () => {
    const loop = kit.loop();
    const reports = collectReports(loop);
    const main = kit.coroutine(
      async () => {
        loop.call_soon(function broken() {
          throw new asyncio.ValueError('in a callback');
        });
        await asyncio.sleep(1);
        return reports.length;
      },
      function* () {
        loop.call_soon(function broken() {
          throw new asyncio.ValueError('in a callback');
        });
        yield* asyncio.sleep(1);
        return reports.length;
      },
    );
    expect(await loop.run_until_complete(main())).toBe(1);
    loop.close();
    expect(reports[0]?.message).toBe('Exception in callback broken()');
  });

  test('a task that is pending when its loop closes is reported, and its clean-up runs', async () => {
    const loop = kit.loop();
    const reports = collectReports(loop);
    const cleaned: string[] = [];
    const forever = kit.coroutine(
      async () => {
        await asyncio.sleep(1000);
      },
      function* () {
        try {
          yield* asyncio.sleep(1000);
        } finally {
          cleaned.push('finally');
        }
      },
    );
    const main = kit.coroutine(
      async () => {
        asyncio.create_task(forever(), { name: 'left' });
        await asyncio.sleep(1);
      },
      function* () {
        asyncio.create_task(forever(), { name: 'left' });
        yield* asyncio.sleep(1);
      },
    );
    await loop.run_until_complete(main());
    loop.close();
    expect(reports.map((report) => report.message)).toEqual(['Task was destroyed but it is pending!']);
    expect(cleaned).toEqual(kit.style === 'generator' ? ['finally'] : []);
  });

  test('a coroutine that nobody awaits is warned of when the loop closes', async () => {
    const warnings: string[] = [];
    const spy = jest.spyOn(defaultHost(), 'emit_warning').mockImplementation((message, category) => {
      warnings.push(`${category}: ${message.split('\n')[0] ?? ''}`);
    });
    const loop = kit.loop();
    const main = kit.coroutine(
      async () => {
        failing();
        await asyncio.sleep(1);
      },
      function* () {
        failing();
        yield* asyncio.sleep(1);
      },
    );
    await loop.run_until_complete(main());
    loop.close();
    spy.mockRestore();
    expect(warnings).toEqual(["RuntimeWarning: coroutine 'failing' was never awaited"]);
  });

  test('an exception handler that fails is reported to the default one', async () => {
    const loop = kit.loop();
    const records: string[] = [];
    const handler = { handle: (record: { message: string }) => void records.push(record.message.split('\n')[0] ?? '') };
    asyncio.logger.addHandler(handler);
    loop.set_exception_handler(() => {
      throw new asyncio.RuntimeError('worse');
    });
    const main = kit.coroutine(
      async () => {
        loop.call_exception_handler({ message: 'bad' });
        await asyncio.sleep(0);
      },
      function* () {
        loop.call_exception_handler({ message: 'bad' });
        yield* asyncio.sleep(0);
      },
    );
    await loop.run_until_complete(main());
    loop.close();
    asyncio.logger.removeHandler(handler);
    expect(records).toEqual(['Unhandled error in exception handler']);
  });
});

test('a future that is collected before its exception was seen is reported then', async () => {
  const { setFlagsFromString } = await import('node:v8');
  const { runInNewContext } = await import('node:vm');
  setFlagsFromString('--expose-gc');
  const gc = runInNewContext('gc') as () => void;
  const loop = virtualLoop();
  const reports = collectReports(loop) as { message?: string; future?: unknown }[];
  (() => {
    loop.create_future().set_exception(new asyncio.ValueError('gone'));
  })();
  for (let i = 0; i < 50 && reports.length === 0; i++) {
    gc();
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  expect(reports[0]?.message).toBe('Future exception was never retrieved');
  expect(asyncio.repr(reports[0]?.future)).toBe("<Future finished exception=ValueError('gone')>");
  loop.close();
  expect(reports).toHaveLength(1);
});
