/** Debug mode: how it is switched on, and what it adds. What it says of slow callbacks and wrong calls stands in scenarios. */
import { execFileSync, spawnSync } from 'node:child_process';
import * as asyncio from 'asyncio-ts';
import { defaultHost } from '#asyncio/host/registry';
import { sweepAllReports } from '#asyncio/core/common/reports';
import { childProgram } from '../support/child';

/** Warnings that are issued while something is done, and by the sweep at the end of a process. */
function warnings(action: () => void): string[] {
  const issued: string[] = [];
  const spy = jest
    .spyOn(defaultHost(), 'emit_warning')
    .mockImplementation((message, category) => void issued.push(`${category}: ${message}`));
  try {
    action();
    sweepAllReports();
  } finally {
    spy.mockRestore();
  }
  return issued;
}

class PlainLoop extends asyncio.BaseEventLoop {
  constructor() {
    super({ host: new asyncio.VirtualHost() });
  }
}

describe('a loop that is never closed', () => {
  test('is reported in debug mode, at the latest at the end of the process', () => {
    const loop = new PlainLoop();
    expect(warnings(() => loop.set_debug(true))).toEqual([
      'ResourceWarning: unclosed event loop <PlainLoop running=False closed=False debug=True>',
    ]);
    expect(warnings(() => undefined)).toEqual([]);
  });

  test('is not reported otherwise, nor if debug mode was switched off', () => {
    const loop = new PlainLoop();
    expect(
      warnings(() => {
        new PlainLoop().set_debug(false);
        loop.set_debug(true);
        loop.set_debug(false);
      }),
    ).toEqual([]);
  });

  test('is not reported once it is closed', () => {
    expect(
      warnings(() => {
        const loop = new PlainLoop();
        loop.set_debug(true);
        loop.close();
        loop.set_debug(true);
      }),
    ).toEqual([]);
  });
});

test.each([
  ['run', { debug: true }, true],
  ['run', { debug: false }, false],
  ['run', {}, false],
])('%s with %p', async (_name, options, expected) => {
  const main = asyncio.coroutine(async () => asyncio.get_running_loop().get_debug());
  expect(await asyncio.run(main(), options)).toBe(expected);
});

describe('where a coroutine was made', () => {
  const idle = asyncio.coroutine(function* () {
    yield* asyncio.sleep(0);
  });
  const made = (): boolean => {
    const coroutine = idle();
    coroutine.close();
    return coroutine.cr_origin?.at(-1)?.filename === __filename;
  };

  test('is known in debug mode, also in a native body that comes back from an await', async () => {
    const main = asyncio.coroutine(async () => {
      const before = made();
      await asyncio.sleep(0);
      return [before, made()];
    });
    expect(await asyncio.run(main(), { debug: true })).toEqual([true, true]);
    expect(await asyncio.run(main(), { debug: false })).toEqual([false, false]);
    expect(made()).toBe(false);
  });

  test('is known from the moment when debug mode is switched on, until it is switched off', () => {
    const main = asyncio.coroutine(function* () {
      const loop = asyncio.get_running_loop();
      const seen = [made()];
      for (const enabled of [true, true, false, true]) {
        loop.set_debug(enabled);
        yield* asyncio.sleep(0);
        seen.push(made());
      }
      return seen;
    });
    expect(asyncio.run_sync(main())).toEqual([false, true, true, false, true]);
    expect(made()).toBe(false);
  });

  test('is told when it is never awaited', () => {
    const main = asyncio.coroutine(function* lost() {
      idle();
      yield* asyncio.sleep(0);
    });
    const [warning = ''] = warnings(() => {
      asyncio.run_sync(main(), { debug: true });
    });
    expect(warning).toMatch(
      /^RuntimeWarning: coroutine '<lambda>' was never awaited\nCoroutine created at \(most recent call last\)\n/,
    );
    expect(warning).toContain(`"${__filename}", line `);
  });
});

describe('debug mode of a whole process', () => {
  const printed = (environment: NodeJS.ProcessEnv, before = ''): string => {
    const file = childProgram(`
      ${before}
      const debug = asyncio.coroutine(async () => asyncio.get_running_loop().get_debug());
      (async () => {
        console.log(await asyncio.run(debug()), await asyncio.run(debug(), { debug: false }));
      })();
    `);
    return execFileSync(process.execPath, [file], { encoding: 'utf8', env: { ...process.env, ...environment } });
  };

  test.each(['PYTHONASYNCIODEBUG', 'PYTHONDEVMODE'])('is switched on by %s, and off again by a keyword', (name) => {
    expect(['1', '0', ''].map((value) => printed({ [name]: value }))).toEqual([
      'true false\n',
      'true false\n',
      'false false\n',
    ]);
  });

  test.each([
    ['true', 'true false\n'],
    ['false', 'false false\n'],
  ])('is switched by a global variable: %s', (value, expected) => {
    expect(printed({}, `globalThis.PYTHONASYNCIODEBUG = ${value};`)).toBe(expected);
  });
});

test('an unclosed loop is reported as the process ends', () => {
  const file = childProgram('new asyncio.EventLoop().set_debug(true);');
  const { stderr } = spawnSync(process.execPath, [file], { encoding: 'utf8' });
  expect(stderr).toMatch(
    /ResourceWarning: unclosed event loop <SelectorEventLoop running=False closed=False debug=True>/,
  );
});
