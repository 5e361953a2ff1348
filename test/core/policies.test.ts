/** Which loop is the current one, and the policies; what is expected here was printed by CPython 3.14. */
import * as asyncio from 'asyncio-ts';
import { inEveryWay, virtualLoop } from '../support/styles';
import { failOnNoise, outcome, recordWarnings } from '../support/outcomes';
import { scripts } from '../support/scripts';

const noCurrent = "RuntimeError: There is no current event loop in thread 'MainThread'.";
const notRunning = 'RuntimeError: no running event loop';
const policyWarning = (name: string): string =>
  `DeprecationWarning: 'asyncio.${name}' is deprecated and slated for removal in Python 3.16`;

let loop: asyncio.BaseEventLoop;
beforeEach(() => {
  loop = virtualLoop();
});
afterEach(() => {
  recordWarnings();
  asyncio.set_event_loop_policy(null);
  asyncio.set_event_loop(null);
  loop.close();
});
failOnNoise();

test('nobody need have asked for the default policy: what a program gives its class counts', async () => {
  const make = jest.spyOn(asyncio.DefaultEventLoopPolicy.prototype, 'new_event_loop').mockReturnValue(loop);
  try {
    expect(asyncio.new_event_loop()).toBe(loop);
    const runner = new asyncio.Runner();
    expect(runner.get_loop()).toBe(loop);
    await runner.close();
  } finally {
    make.mockRestore();
  }
});

describe('the current loop', () => {
  test('is none until one is set, and none is made', () => {
    expect([outcome(asyncio.get_event_loop), outcome(asyncio.get_running_loop)]).toEqual([noCurrent, notRunning]);
    expect(asyncio._get_running_loop()).toBeNull();
  });

  test('is the one that was set', () => {
    asyncio.set_event_loop(loop);
    expect(asyncio.get_event_loop()).toBe(loop);
    expect(outcome(asyncio.get_running_loop)).toBe(notRunning);
    asyncio.set_event_loop(null);
    expect(outcome(asyncio.get_event_loop)).toBe(noCurrent);
  });

  test('cannot be anything else', () => {
    const text = (name: string): string =>
      `TypeError: loop must be an instance of AbstractEventLoop or None, not '${name}'`;
    expect(outcome(() => asyncio.set_event_loop(3 as never))).toBe(text('int'));
    expect(outcome(() => asyncio.set_event_loop('x' as never))).toBe(text('str'));
    expect(outcome(() => asyncio.set_event_loop(undefined as never))).toBe('None');
  });

  test('can be said by those who write loops', () => {
    asyncio._set_running_loop(loop);
    expect(
      [asyncio.get_running_loop(), asyncio.get_event_loop(), asyncio._get_running_loop()].every((one) => one === loop),
    ).toBe(true);
    asyncio._set_running_loop(null);
    expect(outcome(asyncio.get_running_loop)).toBe(notRunning);
  });

  test('of a runner is set while it lives', async () => {
    const runner = new asyncio.Runner();
    const own = runner.get_loop();
    expect(asyncio.get_event_loop()).toBe(own);
    await runner.close();
    expect(outcome(asyncio.get_event_loop)).toBe(noCurrent);
  });

  test('is not set by a runner with a factory', async () => {
    const runner = new asyncio.Runner({ loop_factory: virtualLoop });
    runner.get_loop();
    expect(outcome(asyncio.get_event_loop)).toBe(noCurrent);
    await runner.close();
  });
});

inEveryWay('inside a task', (kit) => {
  const { attempts } = scripts(kit);

  test('the running loop is the current one, whatever was set', async () => {
    const own = kit.loop();
    asyncio.set_event_loop(loop);
    const texts = await own.run_until_complete(
      attempts(
        () => [
          asyncio.get_event_loop() === own,
          asyncio.get_running_loop() === own,
          asyncio._get_running_loop() === own,
        ],
        () => asyncio.sleep(1),
        () => asyncio.get_running_loop() === own,
      ),
    );
    expect(texts).toEqual(['[True, True, True]', 'None', 'True']);
    expect(asyncio.get_event_loop()).toBe(loop);
    own.close();
  });
});

describe('new_event_loop', () => {
  test('makes loops of the platform, and makes none current', () => {
    const made = asyncio.new_event_loop();
    expect(made).toBeInstanceOf(asyncio.EventLoop);
    expect(made).toBeInstanceOf(asyncio.SelectorEventLoop);
    expect(outcome(asyncio.get_event_loop)).toBe(noCurrent);
    made.close();
  });
});

describe('policies', () => {
  test('are deprecated', () => {
    const warnings = recordWarnings();
    const policy = asyncio.get_event_loop_policy();
    expect(policy).toBeInstanceOf(asyncio.DefaultEventLoopPolicy);
    asyncio.set_event_loop_policy(policy);
    asyncio.set_event_loop_policy(null);
    expect(warnings).toEqual([
      policyWarning('get_event_loop_policy'),
      policyWarning('set_event_loop_policy'),
      policyWarning('set_event_loop_policy'),
    ]);
  });

  test('that are none are refused', () => {
    const warnings = recordWarnings();
    expect(outcome(() => asyncio.set_event_loop_policy(3 as never))).toBe(
      "TypeError: policy must be an instance of AbstractEventLoopPolicy or None, not 'int'",
    );
    expect(warnings).toEqual([policyWarning('set_event_loop_policy')]);
  });

  test('the default one keeps the loop that was set', () => {
    const policy = new asyncio.DefaultEventLoopPolicy();
    expect(outcome(() => policy.get_event_loop())).toBe(noCurrent);
    policy.set_event_loop(loop);
    expect(policy.get_event_loop()).toBe(loop);
    const made = policy.new_event_loop();
    expect([made instanceof asyncio.EventLoop, policy.get_event_loop() === loop]).toEqual([true, true]);
    made.close();
    expect(outcome(() => policy.set_event_loop(3 as never))).toBe(
      "TypeError: loop must be an instance of AbstractEventLoop or None, not 'int'",
    );
    policy.set_event_loop(null);
    expect(outcome(() => policy.get_event_loop())).toBe(noCurrent);
  });

  test('of one’s own decide what is current, and what is made', () => {
    recordWarnings();
    const seen: unknown[] = [];
    class Mine extends asyncio.AbstractEventLoopPolicy {
      override get_event_loop(): asyncio.AbstractEventLoop {
        return loop;
      }
      override set_event_loop(given: asyncio.AbstractEventLoop | null): void {
        seen.push(given);
      }
      override new_event_loop(): asyncio.AbstractEventLoop {
        return loop;
      }
    }
    const mine = new Mine();
    asyncio.set_event_loop_policy(mine);
    expect(asyncio.get_event_loop_policy()).toBe(mine);
    expect(asyncio.get_event_loop()).toBe(loop);
    expect(asyncio.new_event_loop()).toBe(loop);
    asyncio.set_event_loop(5 as never);
    expect(seen).toEqual([5]);
  });

  test('in the abstract implement nothing', () => {
    const policy = new asyncio.AbstractEventLoopPolicy();
    const calls = [() => policy.get_event_loop(), () => policy.set_event_loop(null), () => policy.new_event_loop()];
    expect(calls.map(outcome)).toEqual(Array(3).fill('NotImplementedError'));
  });

  test('have no child watchers', () => {
    const policy = new asyncio.AbstractEventLoopPolicy();
    const gone = 'NotImplementedError: Python has no child watchers since 3.14: a loop hears of its children by itself';

    expect(outcome(() => policy.get_child_watcher())).toBe(gone);

    expect(outcome(() => policy.set_child_watcher(null))).toBe(gone);
  });
});
