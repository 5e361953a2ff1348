/** Reports of what nobody has looked at: once, at the latest when their loop closes. */
import { spawnSync } from 'node:child_process';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import * as asyncio from 'asyncio-ts';
import { Report, sweepReports } from '#asyncio/core/common/reports';
import { childProgram } from '../support/child';
import { virtualLoop } from '../support/styles';
import { failOnNoise, recordErrorOutput, recordWarnings, runOnce } from '../support/outcomes';
import { attempts, steps } from '../support/scripts';

let loop: asyncio.BaseEventLoop;
beforeEach(() => {
  loop = virtualLoop();
});
afterEach(() => {
  loop.close();
});
failOnNoise();

class Note extends Report {
  readonly #said: unknown[];

  constructor(owner: asyncio.AbstractEventLoop | null, subject: object, said: unknown[]) {
    super(owner, subject);
    this.#said = said;
  }

  say(subject: object | null): void {
    this.#said.push(subject);
  }
}

describe('a report', () => {
  test('is said once, with its subject', () => {
    const said: unknown[] = [];
    const subject = {};
    const report = new Note(loop, subject, said);
    report.deliver();
    report.deliver();
    sweepReports(loop);
    expect(said).toHaveLength(1);
    expect(said[0]).toBe(subject);
  });

  test('is not said once it was withdrawn', () => {
    const said: unknown[] = [];
    const report = new Note(loop, {}, said);
    report.withdraw();
    report.deliver();
    loop.close();
    expect(said).toEqual([]);
  });

  test('is said when its loop closes, in order, and not when another one does', () => {
    const said: unknown[] = [];
    const subjects = [{ first: 1 }, { other: 2 }, { second: 3 }] as const;
    const other = virtualLoop();
    new Note(loop, subjects[0], said);
    new Note(other, subjects[1], said);
    new Note(loop, subjects[2], said);
    loop.close();
    expect(said).toEqual([subjects[0], subjects[2]]);
    other.close();
    expect(said).toEqual([subjects[0], subjects[2], subjects[1]]);
  });

  test('does not keep its subject alive, and is said when that is collected', async () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const said: unknown[] = [];
    (() => new Note(loop, {}, said))();
    for (let attempt = 0; attempt < 50 && said.length === 0; attempt++) {
      collect();
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    expect(said).toEqual([null]);
  });
});

test('an exception that is seen before the loop gives the host back costs no report', async () => {
  const register = jest.spyOn(FinalizationRegistry.prototype, 'register');
  const fail = (): asyncio.Coroutine =>
    steps(() => {
      throw new asyncio.ValueError('seen');
    });
  await loop.run_until_complete(
    attempts(
      () => asyncio.create_task(fail()),
      () => asyncio.gather(fail(), fail()),
    ),
  );
  expect(register).not.toHaveBeenCalled();
  loop.set_exception_handler(() => undefined);
  await loop.run_until_complete(
    steps(
      () => void asyncio.create_task(fail()),
      () => asyncio.sleep(0),
    ),
  );
  expect(register).toHaveBeenCalledTimes(1);
});

describe('a coroutine that was never awaited', () => {
  const named = (name: string): asyncio.Coroutine => {
    const body = { *[name](): asyncio.Gen<void> {} }[name];
    return asyncio.coroutine(body as () => asyncio.Gen<void>)();
  };

  test('made while the loop runs is warned of when it closes, once', async () => {
    const warnings = recordWarnings();
    await loop.run_until_complete(
      steps(
        () => void named('lost'),
        () => void named('closed').close(),
        () => named('awaited'),
      ),
    );
    expect(warnings).toEqual([]);
    loop.close();
    expect(warnings).toEqual(["RuntimeWarning: coroutine 'lost' was never awaited"]);
  });

  test('made outside of loops is nobody’s concern when a loop closes', async () => {
    const warnings = recordWarnings();
    const early = named('early');
    const other = virtualLoop();
    other.close();
    await runOnce(loop);
    loop.run_until_complete_sync(named('first'));
    loop.close();
    expect(warnings).toEqual([]);
    early.close();
  });

  test('in debug mode says where it was made', async () => {
    const warnings = recordWarnings();
    recordErrorOutput();
    loop.set_debug(true);
    await loop.run_until_complete(steps(() => void named('lost')));
    loop.close();
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toMatch(
      /^RuntimeWarning: coroutine 'lost' was never awaited\nCoroutine created at \(most recent call last\)\n( {2}File ".*", line \d+, in .*\n?)+$/,
    );
  });
});

test('what is left at the end of the process is said then', () => {
  const file = childProgram(`
    const lost = asyncio.coroutine(async function lost() {});
    const loop = asyncio.new_event_loop();
    const failed = loop.create_future();
    failed.set_exception(new asyncio.ValueError('unseen'));
    lost();
    const seen = loop.create_future();
    seen.set_exception(new asyncio.ValueError('seen'));
    seen.exception();
    loop.set_exception_handler((_loop, context) => console.log(context.message, asyncio.repr(context.exception)));`);
  const { stdout, stderr, status } = spawnSync(process.execPath, [file], { encoding: 'utf8' });
  expect(stdout).toBe("Future exception was never retrieved ValueError('unseen')\n");
  expect(stderr).toMatch(/^\(node:\d+\) RuntimeWarning: coroutine 'lost' was never awaited\n$/);
  expect(status).toBe(0);
});
