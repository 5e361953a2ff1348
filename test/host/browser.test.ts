import { MessageChannel, type MessagePort } from 'node:worker_threads';

import { NotImplementedError, RuntimeError } from '#asyncio/builtins/exceptions';
import { BrowserHost, type BrowserScope } from '#asyncio/host/browser';

const openPorts: MessagePort[] = [];

/** Node's channel, which has to be closed lest it keep the test alive. */
class Channel {
  readonly port1: MessagePort;
  readonly port2: MessagePort;
  constructor() {
    ({ port1: this.port1, port2: this.port2 } = new MessageChannel());
    openPorts.push(this.port1);
  }
}

afterAll(() => {
  for (const port of openPorts) port.close();
});

/** What a worker has, as far as Node has it too, and what is given. */
function scopeWith(given: Partial<BrowserScope> = {}): BrowserScope {
  return {
    setTimeout,
    clearTimeout,
    performance,
    console,
    MessageChannel: Channel as unknown as NonNullable<BrowserScope['MessageChannel']>,
    SharedArrayBuffer,
    ...given,
  };
}

/** Waits through `start`, which takes the callback. */
function until(start: (callback: () => void) => void): Promise<void> {
  return new Promise((resolve) => {
    start(resolve);
  });
}

/** A clock and timers that move by hand. */
class ManualTimers {
  now = 0;
  readonly timers: { readonly callback: () => void; readonly delay: number }[] = [];
  readonly cleared: unknown[] = [];
  readonly scope = scopeWith({
    performance: { now: () => this.now },
    setTimeout: (callback: () => void, delay: number) => this.timers.push({ callback, delay }) - 1,
    clearTimeout: (timer: unknown) => this.cleared.push(timer),
  });
}

describe('BrowserHost.turn and drain', () => {
  test('call back in order, after the microtasks, also when asked from a callback', async () => {
    const host = new BrowserHost(scopeWith());
    const trace: string[] = [];
    await until((done) => {
      host.turn(() => {
        trace.push('first');
        void microtasks(20).then(() => trace.push('microtasks'));
        host.drain(() => {
          trace.push('drained');
          done();
        });
      });
      host.turn(() => trace.push('second'));
      queueMicrotask(() => trace.push('microtask'));
    });
    expect(trace[0]).toBe('microtask');
    expect(trace.filter((name) => name !== 'microtasks')).toEqual(['microtask', 'first', 'second', 'drained']);
    expect(trace.indexOf('microtasks')).toBeLessThan(trace.indexOf('drained'));
  });

  test('use one channel, made with the first turn', async () => {
    const before = openPorts.length;
    const host = new BrowserHost(scopeWith());
    expect(openPorts).toHaveLength(before);
    for (let index = 0; index < 5; index++) {
      await until((done) => {
        host.turn(done);
      });
    }
    expect(openPorts).toHaveLength(before + 1);
  });

  test('use a timer where there are no channels', async () => {
    const scope = { ...scopeWith() };
    delete (scope as { MessageChannel?: unknown }).MessageChannel;
    const host = new BrowserHost(scope);
    let turns = 0;
    await until((done) => {
      host.turn(() => {
        turns++;
        done();
      });
    });
    expect(turns).toBe(1);
  });

  async function microtasks(count: number): Promise<void> {
    for (let index = 0; index < count; index++) await null;
  }
});

describe('BrowserHost.wake_at', () => {
  test('sets one timer, rounded up to the next millisecond', () => {
    const manual = new ManualTimers();
    const host = new BrowserHost(manual.scope);
    manual.now = 1000;
    expect(host.now()).toBe(1);
    let calls = 0;
    host.wake_at(1.2501, () => calls++);
    expect(manual.timers.map(({ delay }) => delay)).toEqual([251]);
    manual.now = 1251;
    manual.timers[0]?.callback();
    manual.timers[0]?.callback();
    expect(calls).toBe(1);
  });

  test('waits on when the timer comes too early, or when the time is beyond the longest delay', () => {
    const manual = new ManualTimers();
    const host = new BrowserHost(manual.scope);
    let calls = 0;
    host.wake_at(2 ** 31 / 1000 + 5, () => calls++);
    manual.now = 2 ** 31 - 1;
    manual.timers[0]?.callback();
    manual.now += 4000;
    manual.timers[1]?.callback();
    expect([calls, manual.timers.map(({ delay }) => delay)]).toEqual([0, [2 ** 31 - 1, 5001, 1001]]);
    // Early by less than the resolution counts as in time.
    manual.now += 1000.5;
    manual.timers[2]?.callback();
    expect([calls, manual.timers.length]).toEqual([1, 3]);
  });

  test('clears the timer when cancelled, and asks for no negative delay', () => {
    const manual = new ManualTimers();
    const host = new BrowserHost(manual.scope);
    manual.now = 5000;
    let calls = 0;
    const wakeUp = host.wake_at(1, () => calls++);
    wakeUp.cancel();
    manual.timers[0]?.callback();
    expect([calls, manual.cleared, manual.timers[0]?.delay]).toEqual([0, [0], 0]);
  });
});

describe('BrowserHost.block', () => {
  test('blocks in a worker', () => {
    const host = new BrowserHost(scopeWith());
    const start = host.now();
    host.block(0.003);
    expect(host.now() - start).toBeGreaterThanOrEqual(0.003 - 1e-9);
  });

  test('finds shared memory where its constructor is hidden', () => {
    const scope = { ...scopeWith() };
    delete (scope as { SharedArrayBuffer?: unknown }).SharedArrayBuffer;
    const { WebAssembly } = globalThis as unknown as { WebAssembly: NonNullable<BrowserScope['WebAssembly']> };
    const host = new BrowserHost({ ...scope, WebAssembly });
    const start = host.now();
    host.block(0.003);
    expect(host.now() - start).toBeGreaterThanOrEqual(0.003 - 1e-9);
    expect(() => {
      new BrowserHost(scope).block(0.003);
    }).toThrow(NotImplementedError);
  });

  test('says why a page can not', () => {
    const host = new BrowserHost(scopeWith({ document: {} }));
    expect(() => {
      host.block(0.001);
    }).toThrow(new NotImplementedError("a page can't block: its thread also paints; use `await`, or a worker"));
  });

  test('refuses to wait for ever', () => {
    const host = new BrowserHost(scopeWith());
    for (const seconds of [null, Infinity, NaN]) {
      expect(() => {
        host.block(seconds);
      }).toThrow(new RuntimeError('nothing to wait for'));
    }
  });
});

describe('the services of BrowserHost', () => {
  test('write to the console', () => {
    const lines: string[][] = [];
    const host = new BrowserHost(
      scopeWith({
        console: {
          log: (text) => lines.push(['log', text]),
          warn: (text) => lines.push(['warn', text]),
          error: (text) => lines.push(['error', text]),
        },
      }),
    );
    host.emit_warning('text', 'RuntimeWarning');
    host.write_output('out\n');
    host.write_error('one\ntwo\n');
    expect(lines).toEqual([
      ['warn', 'RuntimeWarning: text'],
      ['log', 'out'],
      ['error', 'one\ntwo'],
    ]);
  });

  test('tell when the page goes away, but not when it is put aside', () => {
    const listeners = new Map<string, (event: { persisted?: boolean }) => void>();
    const host = new BrowserHost(
      scopeWith({
        addEventListener: (type, listener) => listeners.set(type, listener),
        removeEventListener: (type) => listeners.delete(type),
      }),
    );
    let calls = 0;
    const remove = host.on_exit(() => calls++);
    listeners.get('pagehide')?.({ persisted: true });
    listeners.get('pagehide')?.({ persisted: false });
    expect(calls).toBe(1);
    remove();
    expect(listeners.size).toBe(0);
    new BrowserHost(scopeWith()).on_exit(() => undefined)();
  });

  test('do without what browsers lack', () => {
    const host = new BrowserHost(scopeWith());
    host.tracking = true;
    host.set_exit_code(13);
    host.on_idle_exit(() => undefined)();
    expect([host.tracking, host.tracker, host.on_interrupt(() => undefined), host.environment('HOME')]).toEqual([
      false,
      null,
      null,
      undefined,
    ]);
    expect('idle' in host).toBe(false);
  });
});
