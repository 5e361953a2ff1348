/** The engine of a loop: what it asks of its host, and when. The host here only writes that down. */
import * as asyncio from 'asyncio-ts';
import { failOnNoise, recordWarnings, runOnce } from '../support/outcomes';

failOnNoise();

const nothing = (): void => undefined;

/** Lets time pass and gives turns only when it is told to; says what it was asked for. */
class ManualHost implements asyncio.Host {
  readonly resolution = 1e-9;
  readonly tracker = null;
  readonly tracking = false;
  time = 0;
  exitCode: number | null = null;
  readonly asked: string[] = [];
  readonly drains: (() => void)[] = [];
  #turns: (() => void)[] = [];
  #wakeUp: (() => void) | null = null;
  #idleExit: (() => void) | null = null;

  now(): number {
    return this.time;
  }

  turn(callback: () => void): void {
    this.asked.push('turn');
    this.#turns.push(callback);
  }

  wake_at(when: number, callback: () => void): asyncio.WakeUp {
    this.asked.push(`wake at ${String(when)}`);
    this.#wakeUp = callback;
    return {
      cancel: () => {
        this.asked.push(`not at ${String(when)}`);
        this.#wakeUp = null;
      },
    };
  }

  drain(callback: () => void): void {
    this.asked.push('drain');
    this.drains.push(callback);
  }

  block(seconds: number): void {
    this.asked.push(`block ${String(seconds)}`);
    this.time += seconds;
  }

  on_idle_exit(callback: () => void): () => void {
    this.#idleExit = callback;
    return () => {
      this.#idleExit = null;
    };
  }

  set_exit_code(code: number): void {
    this.exitCode = code;
  }

  on_exit(): () => void {
    return nothing;
  }

  on_interrupt(): null {
    return null;
  }

  emit_warning(): void {
    throw new Error('warnings go to the default host');
  }

  write_output(): void {
    throw new Error('nothing is written');
  }

  write_error(): void {
    throw new Error('nothing is written');
  }

  environment(): undefined {
    return undefined;
  }

  get listensForExit(): boolean {
    return this.#idleExit !== null;
  }

  /** Gives all turns that were asked for until now. */
  giveTurns(): void {
    const turns = this.#turns;
    this.#turns = [];
    for (const turn of turns) turn();
  }

  wake(): void {
    this.#wakeUp?.();
  }

  exit(): void {
    this.#idleExit?.();
  }

  /** What was asked for since the last time. */
  takeAsked(): string[] {
    return this.asked.splice(0);
  }
}

let host: ManualHost;
let loop: asyncio.BaseEventLoop;
let run: Promise<void>;

/** Begins a run, and gives it its first turn. */
function begin(): void {
  run = loop.run_forever();
  host.giveTurns();
  host.takeAsked();
}

async function end(): Promise<void> {
  loop.stop();
  host.giveTurns();
  await run;
}

beforeEach(() => {
  host = new ManualHost();
  loop = new asyncio.BaseEventLoop({ host });
});
afterEach(() => {
  loop.close();
});

describe('turns', () => {
  test('are asked for once, when a run begins', async () => {
    loop.call_soon(nothing);
    expect(host.takeAsked()).toEqual([]);
    run = loop.run_forever();
    loop.call_soon(nothing);
    loop.stop();
    expect(host.takeAsked()).toEqual(['turn']);
    host.giveTurns();
    await run;
    expect(host.takeAsked()).toEqual([]);
  });

  test('are asked for when work comes from outside, once for all of it', async () => {
    begin();
    loop.call_soon(nothing);
    loop.call_soon(nothing);
    expect(host.takeAsked()).toEqual(['turn']);
    host.giveTurns();
    expect(host.takeAsked()).toEqual([]);
    loop.call_soon(nothing);
    expect(host.takeAsked()).toEqual(['turn']);
    await end();
  });

  test('are not asked for by work that comes from inside', async () => {
    const seen: string[] = [];
    begin();
    loop.call_soon(() => {
      seen.push('first');
      loop.call_soon(() => seen.push('second'));
    });
    host.giveTurns();
    expect([seen, host.takeAsked()]).toEqual([['first', 'second'], ['turn']]);
    await end();
  });

  test('that come after the run do nothing', async () => {
    begin();
    const seen: string[] = [];
    loop.call_soon(nothing);
    host.giveTurns();
    loop.call_soon(() => {
      loop.stop();
    });
    host.giveTurns();
    await run;
    loop.call_soon(() => seen.push('too late'));
    host.giveTurns();
    expect(seen).toEqual([]);
  });
});

describe('a slice', () => {
  /** How many rounds of so many callbacks, each of which takes some time, run in one turn. */
  async function rounds(callbacks: number, seconds: number): Promise<number> {
    let count = 0;
    const round = (): void => {
      count += 1;
      host.time += seconds;
      for (let i = 1; i < callbacks; i += 1) loop.call_soon(nothing);
      loop.call_soon(round);
    };
    begin();
    loop.call_soon(round);
    host.giveTurns();
    const counted = count;
    await end();
    return counted;
  }

  test('ends after a millisecond', async () => {
    expect(await rounds(100, 0.0004)).toBe(3);
    expect(await rounds(100, 0.0011)).toBe(1);
  });

  test('looks at the clock once in sixteen handles, the iteration counted as one', async () => {
    expect(await rounds(1, 1)).toBe(8);
    expect(await rounds(15, 1)).toBe(2);
  });

  test('that was too long is followed by a turn', async () => {
    begin();
    loop.call_soon(() => {
      host.time += 1;
      for (let i = 0; i < 20; i += 1) loop.call_soon(nothing);
    });
    for (let i = 0; i < 20; i += 1) loop.call_soon(nothing);
    expect(host.takeAsked()).toEqual(['turn']);
    host.giveTurns();
    expect(host.takeAsked()).toEqual(['turn']);
    host.giveTurns();
    expect(host.takeAsked()).toEqual([]);
    await end();
  });
});

describe('a wake-up', () => {
  test('is asked for at the earliest timer, and again when that changes', async () => {
    begin();
    const late = loop.call_at(10, nothing);
    expect(host.takeAsked()).toEqual(['wake at 10']);
    loop.call_at(20, nothing);
    expect(host.takeAsked()).toEqual([]);
    const early = loop.call_at(5, nothing);
    expect(host.takeAsked()).toEqual(['not at 10', 'wake at 5']);
    early.cancel();
    late.cancel();
    expect(host.takeAsked()).toEqual([]);
    host.time = 5;
    host.wake();
    expect(host.takeAsked()).toEqual(['wake at 20']);
    await end();
    expect(host.takeAsked()).toEqual(['turn', 'not at 20']);
  });

  test('is taken back when there is no timer any more', async () => {
    begin();
    const timer = loop.call_at(10, nothing);
    timer.cancel();
    loop.call_soon(nothing);
    host.takeAsked();
    host.giveTurns();
    expect(host.takeAsked()).toEqual(['not at 10']);
    await end();
    expect(host.takeAsked()).toEqual(['turn']);
  });

  test('is not asked for while there is something to do', async () => {
    begin();
    loop.call_soon(nothing);
    loop.call_at(10, nothing);
    expect(host.takeAsked()).toEqual(['turn']);
    host.giveTurns();
    expect(host.takeAsked()).toEqual(['wake at 10']);
    await end();
  });

  test('is meant on the clock of the host, whatever the loop says the time is', async () => {
    class Shifted extends asyncio.BaseEventLoop {
      override time(): number {
        return super.time() + 1000;
      }
    }
    loop = new Shifted({ host });
    host.time = 3;
    begin();
    loop.call_later(4, nothing);
    expect(host.takeAsked()).toEqual(['wake at 7']);
    await end();
  });

  test('runs what is due within the resolution of the clock', async () => {
    const seen: string[] = [];
    begin();
    loop.call_at(5, () => seen.push('due'));
    loop.call_at(5 + 0.5e-9, () => seen.push('as good as due'));
    loop.call_at(5 + 2e-9, () => seen.push('later'));
    host.time = 5;
    host.wake();
    expect(seen).toEqual(['due', 'as good as due']);
    await end();
  });

  test('of the host that comes while a drain is waited for leaves the slice alone', async () => {
    const seen: string[] = [];
    begin();
    loop.create_task(asyncio.coroutine(async () => void seen.push('body'))());
    loop.call_soon(() => seen.push('after'));
    loop.call_at(1, nothing);
    host.giveTurns();
    expect(host.takeAsked()).toEqual(['turn', 'drain']);
    host.wake();
    expect(seen).toEqual(['body']);
    await Promise.resolve();
    host.drains.shift()?.();
    expect(seen).toEqual(['body', 'after']);
    await end();
  });

  test('of another loop that comes while a drain is waited for is put off', async () => {
    const seen: string[] = [];
    const other = new asyncio.BaseEventLoop({ host });
    begin();
    const otherRun = other.run_forever();
    host.giveTurns();
    loop.create_task(asyncio.coroutine(async () => void seen.push('body'))());
    host.giveTurns();
    other.call_soon(() => seen.push('other'));
    host.giveTurns();
    expect(seen).toEqual(['body']);
    await Promise.resolve();
    host.drains.shift()?.();
    host.giveTurns();
    expect(seen).toEqual(['body', 'other']);
    other.stop();
    host.giveTurns();
    await otherRun;
    other.close();
    await end();
  });
});

describe('the end of the process', () => {
  test('with nothing to do is told by a warning and the exit code', async () => {
    const said = recordWarnings();
    begin();
    host.exit();
    expect([said.length, host.exitCode]).toEqual([1, 13]);
    said.length = 0;
    await end();
    expect(host.listensForExit).toBe(false);
  });

  test('is nobody’s concern while something is ready or a timer is set', async () => {
    begin();
    const timer = loop.call_at(1, nothing);
    host.exit();
    timer.cancel();
    loop.call_soon(nothing);
    host.exit();
    expect(host.exitCode).toBeNull();
    await end();
  });
});

describe('a blocking run', () => {
  test('sleeps until the earliest timer, and not at all if it is overdue', () => {
    loop.call_at(2, () => {
      host.time += 3;
    });
    loop.call_at(4, () => {
      loop.call_at(6, nothing);
    });
    loop.run_until_complete_sync(asyncio.sleep(8));
    expect(host.takeAsked()).toEqual(['block 2', 'block 1', 'block 2']);
  });

  test('asks for no turn', () => {
    loop.run_until_complete_sync(asyncio.sleep(0));
    expect(host.takeAsked()).toEqual([]);
    expect(host.listensForExit).toBe(false);
  });
});

test('what is ready when a run ends stays for the next', async () => {
  const seen: string[] = [];
  const patient = new asyncio.BaseEventLoop({ host: new asyncio.VirtualHost() });
  patient.call_soon(() => {
    patient.call_soon(() => seen.push('next'));
  });
  await runOnce(patient);
  expect(seen).toEqual([]);
  await runOnce(patient);
  expect(seen).toEqual(['next']);
  patient.close();
});
