/** Lines, and the waits that stand in them. */
import * as asyncio from 'asyncio-ts';
import { Line, PlainWaiter, Wait, type Place, type Waiter } from '#asyncio/core/locks/line';
import { plain } from '../support/matrix';
import { failOnNoise } from '../support/outcomes';
import { virtualLoop } from '../support/styles';

failOnNoise();

describe('a line', () => {
  const loop = virtualLoop();
  afterAll(() => {
    loop.close();
  });
  const reprs = (waiters: readonly Waiter[]): string[] => waiters.map(({ _awaiting }) => plain(_awaiting));
  const pending = '<Future pending>';
  const woken = "<Future finished result='x'>";
  const cancelled = '<Future cancelled>';
  const lineOf = (count: number): [Line<string>, Waiter[]] => {
    const line = new Line<string>();
    const waiters = Array.from({ length: count }, () => new PlainWaiter());
    for (const waiter of waiters) line.join(waiter, loop);
    return [line, waiters];
  };

  test('is as long as there are waiters who have not left', () => {
    const [line, waiters] = lineOf(3);
    expect(line).toHaveLength(3);
    line.leave(waiters[1]!);
    line.leave(waiters[1]!);
    expect(line).toHaveLength(2);
  });

  test('has somebody alive in it who is asleep or woken, not cancelled', () => {
    const [line, waiters] = lineOf(2);
    expect(line.hasLive()).toBe(true);
    waiters[0]!._awaiting?.cancel();
    expect(line.hasLive()).toBe(true);
    waiters[1]!._awaiting?.cancel();
    expect(line.hasLive()).toBe(false);
    line.join(new PlainWaiter(), loop).set_result('x');
    expect(line.hasLive()).toBe(true);
    expect(new Line().hasLive()).toBe(false);
  });

  test('wakes the first if it is asleep', () => {
    const [line, waiters] = lineOf(2);
    line.wakeFirst('x');
    expect(reprs(waiters)).toEqual([woken, pending]);
    line.wakeFirst('y');
    expect([reprs(waiters), line.length]).toEqual([[woken, pending], 2]);
    const nobody = new Line<string>();
    nobody.wakeFirst('x');
    expect(nobody).toHaveLength(0);
  });

  test('wakes so many of those who are asleep', () => {
    const [line, waiters] = lineOf(4);
    waiters[0]!._awaiting?.cancel();
    expect(line.wake(2, 'x')).toBe(2);
    expect(reprs(waiters)).toEqual([cancelled, woken, woken, pending]);
    expect([line.wake(0, 'x'), line.wake(5, 'x'), line.wake(1, 'x'), line.length]).toEqual([0, 1, 0, 4]);
  });

  test('takes everybody out up to the first who is asleep, and wakes that one', () => {
    const [line, waiters] = lineOf(4);
    waiters[0]!._awaiting?.cancel();
    line.shiftAwake('x');
    expect([reprs(waiters), line.length]).toEqual([[cancelled, woken, pending, pending], 2]);
    waiters[2]!._awaiting?.cancel();
    waiters[3]!._awaiting?.cancel();
    line.shiftAwake('x');
    expect(line).toHaveLength(0);
    line.shiftAwake('x');
    expect(line).toHaveLength(0);
  });

  test('takes everybody out, and wakes who is asleep', () => {
    const [line, waiters] = lineOf(3);
    waiters[1]!._awaiting?.cancel();
    line.shiftAll('x');
    expect([reprs(waiters), line.length]).toEqual([[woken, cancelled, woken], 0]);
  });
});

describe('a wait', () => {
  const loop = virtualLoop();
  afterAll(() => {
    loop.close();
  });

  /** A place that opens, and whose journal says what it was told. */
  class Gate implements Place<string> {
    isOpen = false;
    readonly journal: string[] = [];
    readonly line = new Line<null>();

    _begins(wait: Wait<string>): boolean {
      this.journal.push('begins');
      if (!this.isOpen) this.line.join(wait, loop);
      return this.isOpen;
    }

    _woken(wait: Wait<string>): boolean {
      this.journal.push('woken');
      this.line.leave(wait);
      wait.value = 'through';
      return this._begins(wait);
    }

    _interrupted(wait: Wait<string>, error: unknown): void {
      this.journal.push(`interrupted by ${asyncio.repr(error)}`);
      this.line.leave(wait);
    }
  }

  const raised = (body: () => unknown): string => {
    try {
      return asyncio.repr(body());
    } catch (error) {
      return asyncio.repr(error);
    }
  };
  const through = (gate: Gate): [asyncio.Coroutine<string>, Wait<string>] => {
    const wait = new Wait<string>(gate, 'at once', { name: 'pass' });
    return [wait, wait];
  };

  test('is over at once where nobody has to be waited for', () => {
    const gate = new Gate();
    gate.isOpen = true;
    const [coroutine] = through(gate);
    expect(raised(() => coroutine.send(null))).toBe("StopIteration('at once')");
    expect(asyncio.inspect.getcoroutinestate(coroutine)).toBe('CORO_CLOSED');
    expect(gate.journal).toEqual(['begins']);
  });

  test('stands in line until it may pass, however often it is woken before', () => {
    const gate = new Gate();
    const [coroutine, wait] = through(gate);
    const first = coroutine.send(null) as asyncio.Future<null>;
    expect([first === wait._awaiting, coroutine.cr_await === first, gate.line.length]).toEqual([true, true, 1]);
    first._asyncio_future_blocking = false;
    // Woken by hand, before its time.
    expect(coroutine.send(null)).toBe(first);
    first._asyncio_future_blocking = false;
    first.set_result(null);
    const second = coroutine.send(null) as asyncio.Future<null>;
    expect([second === first, gate.line.length]).toEqual([false, 1]);
    second._asyncio_future_blocking = false;
    gate.isOpen = true;
    second.set_result(null);
    expect(raised(() => coroutine.send(null))).toBe("StopIteration('through')");
    expect([gate.line.length, gate.journal]).toEqual([0, ['begins', 'woken', 'begins', 'woken', 'begins']]);
  });

  test('leaves the line by an error, by the cancellation of its future, and when it is closed', () => {
    const gate = new Gate();
    const [thrown] = through(gate);
    thrown.send(null);
    expect(raised(() => thrown.throw(new asyncio.ValueError('no')))).toBe("ValueError('no')");
    expect(asyncio.inspect.getcoroutinestate(thrown)).toBe('CORO_CLOSED');
    const [cancelled] = through(gate);
    const future = cancelled.send(null) as asyncio.Future<null>;
    future._asyncio_future_blocking = false;
    future.cancel('why');
    expect(raised(() => cancelled.send(null))).toBe("CancelledError('why')");
    const [closed] = through(gate);
    closed.send(null);
    closed.close();
    expect(gate.journal.filter((line) => line !== 'begins')).toEqual([
      "interrupted by ValueError('no')",
      "interrupted by CancelledError('why')",
      'interrupted by GeneratorExit()',
    ]);
    expect(gate.line).toHaveLength(0);
  });

  test('never joins the line if it ends before it begins', () => {
    const gate = new Gate();
    const [closed] = through(gate);
    closed.close();
    const [thrown] = through(gate);
    expect(raised(() => thrown.throw(new asyncio.ValueError('no')))).toBe("ValueError('no')");
    expect(gate.journal).toEqual([]);
  });

  test('refuses to be resumed while its future is neither done nor taken', () => {
    const gate = new Gate();
    const [coroutine] = through(gate);
    coroutine.send(null);
    expect(raised(() => coroutine.send(null))).toBe(`RuntimeError("await wasn't used with future")`);
    expect(gate.line).toHaveLength(0);
  });

  test('says that it runs while it does, whatever comes of it', () => {
    const gate = new Gate();
    const [coroutine] = through(gate);
    const states: string[] = [];
    gate._begins = () => {
      states.push(
        asyncio.inspect.getcoroutinestate(coroutine),
        raised(() => coroutine.send(null)),
      );
      throw new asyncio.RuntimeError('shut');
    };
    expect(raised(() => coroutine.send(null))).toBe("RuntimeError('shut')");
    expect([...states, asyncio.inspect.getcoroutinestate(coroutine)]).toEqual([
      'CORO_RUNNING',
      "ValueError('coroutine already executing')",
      'CORO_CLOSED',
    ]);
  });

  test('keeps its place when it is handed to a task after it was begun by hand', () => {
    const gate = new Gate();
    const [first, second, third] = [through(gate)[0], through(gate)[0], through(gate)[0]];
    for (const coroutine of [first, second, third]) coroutine.send(null);
    const task = new asyncio.Task(second, { loop });
    expect([gate.line.length, asyncio.inspect.getcoroutinestate(second)]).toEqual([3, 'CORO_SUSPENDED']);
    first.close();
    third.close();
    expect(gate.line).toHaveLength(1);
    second.close();
    expect(gate.line).toHaveLength(0);
    task._log_destroy_pending = false;
  });
});
