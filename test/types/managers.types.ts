/** Context managers, asynchronous iteration and asynchronous generators. */
import * as asyncio from 'asyncio-ts';
import { expectTypeOf } from 'expect-type';

class Connection {
  readonly open = true;
}

class Pool {
  async __aenter__(): Promise<Connection> {
    await asyncio.sleep(0);
    return new Connection();
  }
  async __aexit__(type: unknown, error: unknown, traceback: unknown): Promise<boolean> {
    await asyncio.sleep(0);
    return type === null && error === null && traceback === null;
  }
}

const managers = asyncio.coroutine(async () => {
  const value = await asyncio.async_with(new Pool(), async (connection) => {
    expectTypeOf(connection).toEqualTypeOf<Connection>();
    await asyncio.sleep(0);
    return 7;
  });
  // Null: the manager has suppressed an exception.
  expectTypeOf(value).toEqualTypeOf<number | null>();
  await asyncio.async_with([new Pool(), new Pool()], async (first, second) => {
    expectTypeOf(first).toEqualTypeOf<Connection>();
    expectTypeOf(second).toEqualTypeOf<Connection>();
    await asyncio.sleep(0);
  });
  await using entered = await asyncio.enter(new Pool());
  expectTypeOf(entered.value).toEqualTypeOf<Connection>();
  // @ts-expect-error A number is no manager.
  await asyncio.async_with(7, async () => asyncio.sleep(0));
});
expectTypeOf(managers()).toEqualTypeOf<asyncio.Coroutine<void>>();

export const inGeneratorStyle = asyncio.coroutine(function* () {
  const value = yield* asyncio.async_with(new Pool(), function* (connection) {
    expectTypeOf(connection).toEqualTypeOf<Connection>();
    yield* asyncio.sleep(0);
    return 'x';
  });
  expectTypeOf(value).toEqualTypeOf<string | null>();
});

// asynchronous generators
const native = asyncio.asyncgen(async function* (count: number) {
  for (let i = 0; i < count; i++) {
    await asyncio.sleep(0);
    yield i;
  }
});
const generator = asyncio.asyncgen(function* (word: string) {
  yield* asyncio.sleep(0);
  yield* asyncio.yield_(word);
});
expectTypeOf(native).parameters.toEqualTypeOf<[count: number]>();
expectTypeOf(native(2)).toExtend<AsyncIterable<number>>();
expectTypeOf(generator('w')).toExtend<AsyncIterable<string>>();
// @ts-expect-error The argument is of another type.
native('2');

export const iterates = asyncio.coroutine(async () => {
  for await (const i of native(2)) expectTypeOf(i).toBeNumber();
  for await (const word of generator('w')) expectTypeOf(word).toBeString();
  expectTypeOf(await asyncio.anext(native(1))).toBeNumber();
  expectTypeOf(await asyncio.anext(native(1), null)).toEqualTypeOf<number | null>();
  await native(1).asend(null);
  await native(1).aclose();
});

export const iteratesInGeneratorStyle = asyncio.coroutine(function* () {
  yield* asyncio.async_for(native(2), function* (i) {
    expectTypeOf(i).toBeNumber();
    yield* asyncio.sleep(0);
    return asyncio.BREAK;
  });
});

// decorated methods keep the types that they are written with
class Service {
  readonly name = 'service';
  @asyncio.coroutine
  async greet(whom: string): Promise<string> {
    await asyncio.sleep(0);
    return `${this.name} ${whom}`;
  }
  @asyncio.coroutine
  *count(to: number): Generator<unknown, number, never> {
    yield* asyncio.sleep(0);
    return to;
  }
  @asyncio.asyncgen
  async *words(): AsyncGenerator<string> {
    await asyncio.sleep(0);
    yield this.name;
  }
}
const service = new Service();
expectTypeOf(service.greet('x')).toEqualTypeOf<Promise<string>>();
expectTypeOf(asyncio.create_task(service.greet('x'))).toEqualTypeOf<asyncio.Task<string>>();
expectTypeOf(asyncio.create_task(service.count(1))).toEqualTypeOf<asyncio.Task<number>>();
expectTypeOf(asyncio.await_(service.count(1))).toExtend<PromiseLike<number>>();
expectTypeOf(service.words()).toExtend<AsyncIterable<string>>();
