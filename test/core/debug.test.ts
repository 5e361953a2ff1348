/** Debug mode: how it is switched on, and what it adds. What it says of slow callbacks and wrong calls stands in scenarios. */
import { execFileSync, spawnSync } from 'node:child_process';
import * as asyncio from 'asyncio-ts';
import { defaultHost } from '#asyncio/host/registry';
import { sweepAllReports } from '#asyncio/core/reports';
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

test('PYTHONASYNCIODEBUG switches it on for a process, and a keyword off again', () => {
  const file = childProgram(`
    const debug = asyncio.coroutine(async () => asyncio.get_running_loop().get_debug());
    (async () => {
      console.log(await asyncio.run(debug()), await asyncio.run(debug(), { debug: false }));
    })();
  `);
  const printed = (value: string): string =>
    execFileSync(process.execPath, [file], { encoding: 'utf8', env: { ...process.env, PYTHONASYNCIODEBUG: value } });
  expect([printed('1'), printed('')]).toEqual(['true false\n', 'false false\n']);
});

test('an unclosed loop is reported as the process ends', () => {
  const file = childProgram('new asyncio.EventLoop().set_debug(true);');
  const { stderr } = spawnSync(process.execPath, [file], { encoding: 'utf8' });
  expect(stderr).toMatch(
    /ResourceWarning: unclosed event loop <SelectorEventLoop running=False closed=False debug=True>/,
  );
});
