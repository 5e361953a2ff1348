import { readFile } from 'node:fs';

import { RuntimeError } from '#asyncio/builtins/exceptions';
import { NodeHost } from '#asyncio/host/node';

const host = new NodeHost();

/** Waits through `start`, which takes the callback. */
function until(start: (callback: () => void) => void): Promise<void> {
  return new Promise((resolve) => {
    start(resolve);
  });
}

describe('NodeHost.now', () => {
  test('counts seconds and never goes back', () => {
    const before = performance.now();
    const times = Array.from({ length: 1000 }, () => host.now());
    const elapsed = (performance.now() - before) / 1000;
    expect(times).toEqual(times.toSorted((left, right) => left - right));
    const [first = 0, last = 0] = [times[0], times.at(-1)];
    expect(last - first).toBeGreaterThan(0);
    expect(last - first).toBeLessThanOrEqual(elapsed);
    expect(Math.abs(last - process.uptime())).toBeLessThan(1);
  });
});

describe('NodeHost.turn', () => {
  test('calls back in order, after all microtasks and ticks', async () => {
    const trace: string[] = [];
    host.turn(() => trace.push('first'));
    await until((done) => {
      host.turn(() => {
        trace.push('second');
        done();
      });
      process.nextTick(() => trace.push('tick'));
      queueMicrotask(() => {
        trace.push('microtask');
        queueMicrotask(() => trace.push('microtask of a microtask'));
      });
      trace.push('now');
    });
    // The test itself runs in a microtask, so the other microtasks come before the tick.
    expect(trace).toEqual(['now', 'microtask', 'microtask of a microtask', 'tick', 'first', 'second']);
  });

  test('leaves input and output their chance', async () => {
    let isRead = false;
    readFile(__filename, () => {
      isRead = true;
    });
    for (let turn = 0; !isRead; turn++) {
      if (turn > 1_000_000) throw new Error('starved');
      await until((done) => {
        host.turn(done);
      });
    }
    expect(isRead).toBe(true);
  });
});

describe('NodeHost.drain', () => {
  test('calls back in order when the microtasks have run out, before timers and turns', async () => {
    await until((done) => {
      host.turn(done);
    });
    const trace: string[] = [];
    await until((done) => {
      setTimeout(() => trace.push('timer'), 0);
      host.turn(() => {
        trace.push('turn');
        setTimeout(done, 2);
      });
      host.drain(() => trace.push('first'));
      void microtasks(50).then(() => trace.push('microtasks'));
      host.drain(() => trace.push('second'));
    });
    expect(trace.slice(0, 3)).toEqual(['microtasks', 'first', 'second']);
    expect(trace.slice(3).sort()).toEqual(['timer', 'turn']);
  });

  test('waits again when asked again from its own callback', async () => {
    const trace: string[] = [];
    await until((done) => {
      host.drain(() => {
        void microtasks(20).then(() => trace.push('microtasks'));
        host.drain(() => {
          trace.push('drained');
          done();
        });
      });
    });
    expect(trace).toEqual(['microtasks', 'drained']);
  });

  async function microtasks(count: number): Promise<void> {
    for (let index = 0; index < count; index++) await null;
  }
});

describe('NodeHost.wake_at', () => {
  test('calls back once, and not before its time', async () => {
    const early: number[] = [];
    let calls = 0;
    const whens = Array.from({ length: 30 }, (_, index) => host.now() + index * 0.00037);
    await Promise.all(
      whens.map((when) =>
        until((done) => {
          host.wake_at(when, () => {
            calls++;
            const now = host.now();
            if (now + host.resolution < when) early.push(when - now);
            done();
          });
        }),
      ),
    );
    expect([calls, early]).toEqual([30, []]);
  });

  test('never calls back when cancelled, and may be cancelled afterwards', async () => {
    const trace: string[] = [];
    const now = host.now();
    const first = host.wake_at(now, () => trace.push('first'));
    const second = host.wake_at(now, () => trace.push('second'));
    second.cancel();
    second.cancel();
    await until((done) => {
      host.wake_at(now + 0.003, done);
    });
    first.cancel();
    expect(trace).toEqual(['first']);
  });

  test('keeps the process alive until it is called or cancelled', async () => {
    const timers = (): number => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
    const before = timers();
    const wakeUp = host.wake_at(host.now() + 1000, () => undefined);
    expect(timers()).toBe(before + 1);
    wakeUp.cancel();
    expect(timers()).toBe(before);
  });

  test.each([30 * 86_400, 1e9, Infinity])('waits for %s seconds, which is beyond the timers of Node', async (delay) => {
    const warn = jest.spyOn(process, 'emitWarning').mockImplementation();
    let isCalled = false;
    const wakeUp = host.wake_at(host.now() + delay, () => {
      isCalled = true;
    });
    await until((done) => {
      host.wake_at(host.now() + 0.005, done);
    });
    wakeUp.cancel();
    expect(isCalled).toBe(false);
    expect(warn).not.toHaveBeenCalled();
    warn.mockRestore();
  });
});

describe('NodeHost.block', () => {
  test('blocks for at least the time given', () => {
    for (const seconds of [0.002, 0.0101]) {
      const start = host.now();
      host.block(seconds);
      expect(host.now() - start).toBeGreaterThanOrEqual(seconds - host.resolution);
    }
  });

  test('does not wait for a time that has passed', () => {
    const start = host.now();
    host.block(0);
    host.block(-1000);
    expect(host.now() - start).toBeLessThan(10);
  });

  test.each([null, Infinity, NaN])('refuses to wait for ever (%s)', (seconds) => {
    expect(() => {
      host.block(seconds);
    }).toThrow(new RuntimeError('nothing to wait for'));
  });
});

describe('NodeHost.tracker', () => {
  test('remembers a value across the awaits of native code', async () => {
    const tracker = host.tracker;
    if (tracker === null) throw new Error('there is no tracker');
    expect(tracker.get()).toBeUndefined();
    const body = async (name: string, pause: number): Promise<unknown[]> => {
      const seen = [tracker.get()];
      await new Promise((resolve) => setTimeout(resolve, pause));
      seen.push(tracker.get());
      await null;
      seen.push(tracker.get());
      return [name, ...seen];
    };
    const results = await Promise.all([tracker.run(1, body, 'one', 3), tracker.run(2, body, 'two', 1)]);
    expect(results).toEqual([
      ['one', 1, 1, 1],
      ['two', 2, 2, 2],
    ]);
    expect(tracker.get()).toBeUndefined();
  });

  test('is not seen by what the host calls back', async () => {
    const tracker = host.tracker;
    if (tracker === null) throw new Error('there is no tracker');
    const seen: unknown[] = [];
    const look = (done: () => void) => (): void => {
      seen.push(tracker.get());
      done();
    };
    await tracker.run('task', async () => {
      seen.push(tracker.get());
      await until((done) => {
        host.turn(look(done));
      });
      await until((done) => {
        host.drain(look(done));
      });
      await until((done) => {
        host.wake_at(host.now(), look(done));
      });
      seen.push(tracker.get());
    });
    expect(seen).toEqual(['task', undefined, undefined, undefined, 'task']);
  });

  test('leaves no trace that a promise would show', async () => {
    const tracker = host.tracker;
    if (tracker === null) throw new Error('there is no tracker');
    // Somebody else, such as Jest, may leave traces in all promises.
    const untracked = Promise.resolve(1);
    await tracker.run('task', async () => {
      const tracked = Promise.resolve(1);
      expect(Reflect.ownKeys(tracked)).toEqual(Reflect.ownKeys(untracked));
      await tracked;
      expect(tracker.get()).toBe('task');
    });
  });

  test('remembers a value for each of the bodies that start each other, and nothing when one throws', async () => {
    const tracker = host.tracker;
    if (tracker === null) throw new Error('there is no tracker');
    const seen: unknown[] = [];
    const body = async (): Promise<void> => {
      await null;
      seen.push(tracker.get());
    };
    const inner = tracker.run('outer', () => {
      const started = tracker.run('inner', body);
      seen.push(tracker.get());
      return started;
    });
    expect(tracker.get()).toBeUndefined();
    await Promise.all([tracker.run('other', body), inner]);
    expect(seen).toEqual(['outer', 'inner', 'other']);
    const failing = (): never => {
      throw new Error('at once');
    };
    expect(() => tracker.run('failing', failing)).toThrow('at once');
    expect(tracker.get()).toBeUndefined();
  });

  // From Node 24 on it is an AsyncLocalStorage, which goes on into whatever is asked for.
  const [major] = process.versions.node.split('.');
  test('knows what a timer belongs to from Node 24 on, and nobody before', async () => {
    const tracker = host.tracker;
    if (tracker === null) throw new Error('there is no tracker');
    const value = await tracker.run(
      'task',
      () =>
        new Promise((resolve) => {
          setTimeout(() => {
            resolve(tracker.get());
          }, 1);
        }),
    );
    expect(value).toBe(Number(major) < 24 ? undefined : 'task');
  });

  test('forgets all when it is stopped, and starts again', async () => {
    const tracker = host.tracker;
    if (tracker?.stop === undefined) throw new Error('there is no tracker that stops');
    const seen: unknown[] = [];
    const body = tracker.run('task', async () => {
      await null;
      seen.push(tracker.get());
    });
    tracker.stop();
    tracker.stop();
    await body;
    await tracker.run('again', async () => {
      await null;
      seen.push(tracker.get());
    });
    expect(seen).toEqual([undefined, 'again']);
  });

  test('can be switched off for the process, and on again', async () => {
    const tracker = host.tracker;
    if (tracker === null) throw new Error('there is no tracker');
    const other = new NodeHost();
    const seen: unknown[] = [];
    await tracker.run('task', async () => {
      await null;
      other.tracking = false;
      seen.push(tracker.get());
      await null;
      seen.push(tracker.get());
    });
    expect([seen, host.tracking, host.tracker]).toEqual([[undefined, undefined], false, null]);
    expect(tracker.run('ignored', () => tracker.get())).toBeUndefined();
    host.tracking = true;
    expect([other.tracking, other.tracker]).toEqual([true, tracker]);
    expect(tracker.run('again', () => tracker.get())).toBe('again');
  });
});

describe('the services of NodeHost', () => {
  test.each([
    ['on_idle_exit', 'beforeExit'],
    ['on_exit', 'exit'],
    ['on_interrupt', 'SIGINT'],
  ] as const)('%s listens to %s of the process, with a single listener', (method, event) => {
    const before = process.listeners(event as 'exit');
    const trace: number[] = [];
    const removers = Array.from({ length: 20 }, (_, index) => host[method](() => trace.push(index)));
    const added = process.listeners(event as 'exit').filter((listener) => !before.includes(listener));
    expect(added).toHaveLength(1);
    removers[1]?.();
    removers[1]?.();
    added[0]?.(0);
    expect(trace).toEqual([0, ...Array.from({ length: 18 }, (_, index) => index + 2)]);
    for (const remove of removers) remove?.();
    expect(process.listeners(event as 'exit')).toEqual(before);
  });

  test('a callback may remove itself and others while it is called', () => {
    const trace: string[] = [];
    const before = process.listeners('exit');
    const removeFirst = host.on_exit(() => {
      trace.push('first');
      removeFirst();
      removeSecond();
    });
    const removeSecond = host.on_exit(() => trace.push('second'));
    const added = process.listeners('exit').filter((listener) => !before.includes(listener));
    added[0]?.(0);
    expect(trace).toEqual(['first']);
    expect(process.listeners('exit')).toEqual(before);
  });

  test('on_interrupt leaves the program its own handler', () => {
    const own = (): void => undefined;
    process.on('SIGINT', own);
    expect(host.on_interrupt(() => undefined)).toBeNull();
    process.off('SIGINT', own);
    const remove = host.on_interrupt(() => undefined);
    expect(remove).not.toBeNull();
    remove?.();
  });

  test('set_exit_code sets the exit code', () => {
    const before = process.exitCode;
    host.set_exit_code(13);
    const after = process.exitCode;
    process.exitCode = before;
    expect(after).toBe(13);
  });

  test('warnings leave through the process, errors through stderr', () => {
    const warn = jest.spyOn(process, 'emitWarning').mockImplementation();
    const write = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    host.emit_warning('text', 'ResourceWarning');
    host.write_error('line\n');
    const calls = [warn.mock.calls, write.mock.calls];
    warn.mockRestore();
    write.mockRestore();
    expect(calls).toEqual([[['text', 'ResourceWarning']], [['line\n']]]);
  });

  test('environment reads the variables of the process', () => {
    process.env.ASYNCIO_TS_TEST = 'yes';
    expect(host.environment('ASYNCIO_TS_TEST')).toBe('yes');
    delete process.env.ASYNCIO_TS_TEST;
    expect(host.environment('ASYNCIO_TS_TEST')).toBeUndefined();
  });
});
