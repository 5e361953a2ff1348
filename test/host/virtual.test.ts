import { RuntimeError } from '#asyncio/builtins/exceptions';
import type { Host } from '#asyncio/host/host';
import { NodeHost } from '#asyncio/host/node';
import { VirtualHost } from '#asyncio/host/virtual';

const platform = new NodeHost();

/** Waits through `start`, which takes the callback. */
function until(start: (callback: () => void) => void): Promise<void> {
  return new Promise((resolve) => {
    start(resolve);
  });
}

async function turns(host: Host, count: number): Promise<void> {
  for (let index = 0; index < count; index++) {
    await until((done) => {
      host.turn(done);
    });
  }
}

describe('the clock of VirtualHost', () => {
  test('starts at 0 and stands still while there is nothing to wait for', async () => {
    const host = new VirtualHost(platform);
    expect(host.now()).toBe(0);
    await turns(host, 3);
    expect(host.now()).toBe(0);
  });

  test('jumps from one deadline to the next, in order of time, then of creation', async () => {
    const host = new VirtualHost(platform);
    const trace: [string, number][] = [];
    await until((done) => {
      for (const [name, when] of [
        ['late', 3600],
        ['tie one', 2.5],
        ['early', 1],
        ['tie two', 2.5],
      ] as const) {
        host.wake_at(when, () => {
          trace.push([name, host.now()]);
          if (name === 'late') done();
        });
      }
    });
    expect(trace).toEqual([
      ['early', 1],
      ['tie one', 2.5],
      ['tie two', 2.5],
      ['late', 3600],
    ]);
  });

  test('does not jump for a wake-up that was cancelled', async () => {
    const host = new VirtualHost(platform);
    const cancelled = host.wake_at(1, () => {
      throw new Error('was cancelled');
    });
    const wakeUp = until((done) => {
      host.wake_at(5, done);
    });
    cancelled.cancel();
    await wakeUp;
    cancelled.cancel();
    expect(host.now()).toBe(5);
    host.wake_at(6, () => undefined).cancel();
    await turns(platform, 3);
    expect(host.now()).toBe(5);
  });

  test('does not go back for a deadline in the past', async () => {
    const host = new VirtualHost(platform);
    host.block(10);
    await until((done) => {
      host.wake_at(3, done);
    });
    expect(host.now()).toBe(10);
  });

  test('stands still while somebody has work at the present moment', async () => {
    const host = new VirtualHost(platform);
    const times: number[] = [];
    const wakeUp = until((done) => {
      host.wake_at(1, done);
    });
    for (let index = 0; index < 10; index++) {
      await turns(host, 1);
      times.push(host.now());
      await until((done) => {
        host.drain(done);
      });
      times.push(host.now());
    }
    expect(times).toEqual(new Array(20).fill(0));
    await wakeUp;
    expect(host.now()).toBe(1);
  });

  test('stands still until native code has run out of microtasks', async () => {
    const host = new VirtualHost(platform);
    let woken = false;
    host.wake_at(1, () => {
      woken = true;
    });
    for (let index = 0; index < 100; index++) await null;
    expect([woken, host.now()]).toEqual([false, 0]);
    await turns(platform, 2);
    expect([woken, host.now()]).toEqual([true, 1]);
  });

  test('lets a wake-up have its microtasks before the next one', async () => {
    const host = new VirtualHost(platform);
    const trace: string[] = [];
    await until((done) => {
      host.wake_at(1, () => {
        void Promise.resolve()
          .then(() => null)
          .then(() => trace.push(`microtask at ${String(host.now())}`));
      });
      host.wake_at(2, () => {
        trace.push('second');
        done();
      });
    });
    expect(trace).toEqual(['microtask at 1', 'second']);
  });

  test('is moved on at once by block, which refuses to wait for ever', () => {
    const host = new VirtualHost();
    host.block(3600);
    host.block(0.5);
    host.block(-1);
    expect(host.now()).toBe(3600.5);
    for (const seconds of [null, Infinity, NaN]) {
      expect(() => {
        host.block(seconds);
      }).toThrow(RuntimeError);
    }
  });
});

describe('VirtualHost.idle', () => {
  test('is true when nothing waits for the clock, for a turn or for microtasks', async () => {
    const host = new VirtualHost(platform);
    const states = [host.idle()];
    const wakeUp = host.wake_at(1, () => undefined);
    states.push(host.idle());
    wakeUp.cancel();
    states.push(host.idle());
    const turn = turns(host, 1);
    states.push(host.idle());
    await turn;
    states.push(host.idle());
    const drain = until((done) => {
      host.drain(done);
    });
    states.push(host.idle());
    await drain;
    states.push(host.idle());
    expect(states).toEqual([true, false, true, false, true, false, true]);
  });
});

describe('the services of VirtualHost', () => {
  test('are those of the host below', () => {
    const calls: unknown[][] = [];
    const remove = (): void => undefined;
    const below = {
      tracker: { run: () => undefined, get: () => 'mark' },
      tracking: true,
      on_idle_exit: (...args: unknown[]) => (calls.push(['on_idle_exit', ...args]), remove),
      on_exit: (...args: unknown[]) => (calls.push(['on_exit', ...args]), remove),
      on_interrupt: (...args: unknown[]) => (calls.push(['on_interrupt', ...args]), null),
      set_exit_code: (...args: unknown[]) => calls.push(['set_exit_code', ...args]),
      emit_warning: (...args: unknown[]) => calls.push(['emit_warning', ...args]),
      write_output: (...args: unknown[]) => calls.push(['write_output', ...args]),
      write_error: (...args: unknown[]) => calls.push(['write_error', ...args]),
      environment: (name: string) => `value of ${name}`,
    };
    const host = new VirtualHost(below as unknown as Host);
    const callback = (): void => undefined;
    expect(host.on_idle_exit(callback)).toBe(remove);
    expect(host.on_exit(callback)).toBe(remove);
    expect(host.on_interrupt(callback)).toBeNull();
    host.set_exit_code(13);
    host.emit_warning('text', 'RuntimeWarning');
    host.write_output('out\n');
    host.write_error('line\n');
    expect(calls).toEqual([
      ['on_idle_exit', callback],
      ['on_exit', callback],
      ['on_interrupt', callback],
      ['set_exit_code', 13],
      ['emit_warning', 'text', 'RuntimeWarning'],
      ['write_output', 'out\n'],
      ['write_error', 'line\n'],
    ]);
    expect([host.environment('HOME'), host.tracker, host.tracking]).toEqual(['value of HOME', below.tracker, true]);
    host.tracking = false;
    expect(below.tracking).toBe(false);
  });
});

describe('VirtualHost.hold', () => {
  test('the clock stands still until every hold is released', async () => {
    const host = new VirtualHost(new NodeHost());
    const [first, second] = [host.hold(), host.hold()];
    const woken: number[] = [];
    host.wake_at(5, () => woken.push(host.now()));
    const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
    await turn();
    await turn();
    first();
    first();
    await turn();
    expect([woken, host.now(), host.idle()]).toEqual([[], 0, false]);
    second();
    await turn();
    await turn();
    expect(woken).toEqual([5]);
    expect(host.idle()).toBe(true);
  });
});
