import * as asyncio from 'asyncio-ts';

const {
  getasyncgenlocals,
  getasyncgenstate,
  getcoroutinelocals,
  getcoroutinestate,
  getgeneratorlocals,
  getgeneratorstate,
} = asyncio.inspect;

const native = asyncio.coroutine(async () => 1);
const count = asyncio.asyncgen(function* () {
  yield asyncio.yield_(1);
  yield asyncio.yield_(2);
});
function* generator(): Generator<number> {
  yield 1;
}
async function* nativeGenerator(): AsyncGenerator<number> {
  yield 1;
}

/** The class and text of what a function throws, as Python prints it. */
function complaint(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    return `${(error as Error).name}: ${(error as Error).message}`;
  }
  return 'nothing';
}

test('the constants are their own names', () => {
  const { CORO_CREATED, CORO_RUNNING, CORO_SUSPENDED, CORO_CLOSED } = asyncio.inspect;
  const { GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED, GEN_CLOSED } = asyncio.inspect;
  const { AGEN_CREATED, AGEN_RUNNING, AGEN_SUSPENDED, AGEN_CLOSED } = asyncio.inspect;
  const names = ['CREATED', 'RUNNING', 'SUSPENDED', 'CLOSED'];
  const all = ['CORO', 'GEN', 'AGEN'].flatMap((kind) => names.map((name) => `${kind}_${name}`));
  expect([
    ...[CORO_CREATED, CORO_RUNNING, CORO_SUSPENDED, CORO_CLOSED],
    ...[GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED, GEN_CLOSED],
    ...[AGEN_CREATED, AGEN_RUNNING, AGEN_SUSPENDED, AGEN_CLOSED],
  ]).toEqual(all);
});

describe('getcoroutinestate', () => {
  test('follows a coroutine through its life', async () => {
    const states: string[] = [];
    const worker = asyncio.coroutine(function* () {
      states.push(getcoroutinestate(coroutine));
      yield* asyncio.sleep(0);
      return 1;
    });
    const coroutine = worker();
    states.push(getcoroutinestate(coroutine));
    const main = asyncio.coroutine(function* () {
      const task = asyncio.create_task(coroutine);
      yield* asyncio.sleep(0);
      states.push(getcoroutinestate(coroutine));
      yield* task;
      states.push(getcoroutinestate(coroutine));
    });
    await asyncio.run(main());
    expect(states).toEqual(['CORO_CREATED', 'CORO_RUNNING', 'CORO_SUSPENDED', 'CORO_CLOSED']);
  });

  test('a coroutine that was closed, or ended by an error, is closed', async () => {
    const closed = native();
    closed.close();
    const failing = asyncio.coroutine(function* () {
      yield* asyncio.sleep(0);
      throw new asyncio.ValueError('x');
    })();
    await expect(asyncio.run(failing)).rejects.toThrow('x');
    expect([getcoroutinestate(closed), getcoroutinestate(failing)]).toEqual(['CORO_CLOSED', 'CORO_CLOSED']);
  });

  test('an object with the attributes of a coroutine can be asked as well', () => {
    const duck = { cr_running: false, cr_suspended: true, cr_frame: null };
    expect(getcoroutinestate(duck)).toBe('CORO_SUSPENDED');
    expect(getcoroutinestate({ ...duck, cr_running: true })).toBe('CORO_RUNNING');
    expect(getcoroutinestate({ ...duck, cr_suspended: false })).toBe('CORO_CLOSED');
    expect(getcoroutinestate({ ...duck, cr_suspended: false, cr_frame: {} })).toBe('CORO_CREATED');
  });

  test.each<[() => unknown, string]>([
    [() => getcoroutinestate(1), "AttributeError: 'int' object has no attribute 'cr_running'"],
    [() => getcoroutinestate(null), "AttributeError: 'NoneType' object has no attribute 'cr_running'"],
    [() => getcoroutinestate(generator()), "AttributeError: 'generator' object has no attribute 'cr_running'"],
    [() => getgeneratorstate(1), "AttributeError: 'int' object has no attribute 'gi_running'"],
    [() => getasyncgenstate(1), "AttributeError: 'int' object has no attribute 'ag_running'"],
  ])('%# is refused in the words of Python', (action, expected) => {
    expect(complaint(action)).toBe(expected);
  });
});

describe('getasyncgenstate', () => {
  test('follows an asynchronous generator through its life', async () => {
    const states: string[] = [];
    const numbers = asyncio.asyncgen(function* () {
      states.push(getasyncgenstate(values));
      yield asyncio.yield_(1);
    });
    const values = numbers();
    states.push(getasyncgenstate(values));
    const main = asyncio.coroutine(function* () {
      yield* values.__anext__();
      states.push(getasyncgenstate(values));
      yield* values.aclose();
      states.push(getasyncgenstate(values));
    });
    await asyncio.run(main());
    expect(states).toEqual(['AGEN_CREATED', 'AGEN_RUNNING', 'AGEN_SUSPENDED', 'AGEN_CLOSED']);
  });

  test('an object with the attributes of one can be asked as well', () => {
    expect(getasyncgenstate({ ag_running: false, ag_suspended: false, ag_frame: null })).toBe('AGEN_CLOSED');
  });

  test('a native one keeps its state to itself', () => {
    expect(() => getasyncgenstate(nativeGenerator())).toThrow(asyncio.NotImplementedError);
    expect(getasyncgenstate(asyncio.asyncgen(nativeGenerator)())).toBe('AGEN_CREATED');
  });
});

describe('getgeneratorstate', () => {
  test('a native generator keeps its state to itself, and is not moved by the question', () => {
    const numbers = generator();
    expect(() => getgeneratorstate(numbers)).toThrow(asyncio.NotImplementedError);
    expect([...numbers]).toEqual([1]);
  });

  test('an object with the attributes of a generator can be asked', () => {
    const duck = { gi_running: false, gi_suspended: false, gi_frame: null };
    expect(getgeneratorstate(duck)).toBe('GEN_CLOSED');
    expect(getgeneratorstate({ ...duck, gi_frame: {} })).toBe('GEN_CREATED');
    expect(getgeneratorstate({ ...duck, gi_suspended: true })).toBe('GEN_SUSPENDED');
    expect(getgeneratorstate({ ...duck, gi_running: true })).toBe('GEN_RUNNING');
  });
});

describe('local variables', () => {
  test('are none of what is over', async () => {
    const coroutine = native();
    expect(() => getcoroutinelocals(coroutine)).toThrow(asyncio.NotImplementedError);
    coroutine.close();
    expect(getcoroutinelocals(coroutine)).toEqual({});
    const values = count();
    expect(() => getasyncgenlocals(values)).toThrow(asyncio.NotImplementedError);
    await asyncio.run(
      asyncio.coroutine(function* () {
        yield* values.aclose();
      })(),
    );
    expect(getasyncgenlocals(values)).toEqual({});
  });

  test('are not shown of generators', () => {
    expect(() => getgeneratorlocals(generator())).toThrow(asyncio.NotImplementedError);
    expect(() => getasyncgenlocals(nativeGenerator())).toThrow(asyncio.NotImplementedError);
  });

  test('what has none is refused where Python refuses it', () => {
    expect(complaint(() => getgeneratorlocals(1))).toBe('TypeError: 1 is not a Python generator');
    expect(complaint(() => getasyncgenlocals(1))).toBe('TypeError: 1 is not a Python async generator');
    expect(getcoroutinelocals(1)).toEqual({});
    expect(getcoroutinelocals(generator())).toEqual({});
  });
});
