/** Types of `asyncio-ts/testing`. */
import * as asyncio from 'asyncio-ts';
import { IsolatedAsyncioTestCase, VirtualTimeLoop, async_test, explore, wrap_test } from 'asyncio-ts/testing';
import { expectTypeOf } from 'expect-type';

declare const runner: (name: string, body: (context: { readonly id: number }) => void | Promise<void>) => void;

// The function for the runner takes what the body takes.
expectTypeOf(
  async_test(function* (a: number, b: string) {
    yield* asyncio.sleep(a, b);
  }),
).parameters.toEqualTypeOf<[number, string]>();
expectTypeOf(async_test(async () => 1)).returns.toEqualTypeOf<Promise<void>>();
runner(
  'name',
  async_test(async ({ id }: { readonly id: number }) => void (await asyncio.sleep(id))),
);

// @ts-expect-error -- a coroutine is no function that makes one
async_test(asyncio.sleep(1));
// @ts-expect-error -- there is no such keyword
async_test(async () => 1, { seed: 1 });

const test = wrap_test(runner);
test(
  'name',
  asyncio.coroutine(async () => 1),
  { seeds: 3, loop_factory: null },
  1000,
);
test('name', { timeout: 3 }, () => 1, { seeds: [1, 2] });
test.only('name', () => 1, 1000);
test.each([
  [1, 'one'],
  [2, 'two'],
])('name', (...row) => {
  expectTypeOf(row).toEqualTypeOf<[number, string]>();
});
test.each([1, 2])('name', (row) => {
  expectTypeOf(row).toEqualTypeOf<number>();
});

expectTypeOf(explore(asyncio.coroutine(async () => 'result'))).toEqualTypeOf<Promise<string[]>>();
// @ts-expect-error -- a coroutine runs only once
void explore(asyncio.coroutine(async () => 'result')());

class Case extends IsolatedAsyncioTestCase {
  override loop_factory = VirtualTimeLoop;
  override check_leaks = true;

  override async asyncSetUp() {
    expectTypeOf(await this.enterAsyncContext(asyncio.timeout(1))).toEqualTypeOf<asyncio.Timeout>();
    expectTypeOf(this.enterContext({ __enter__: () => 1, __exit__: () => null })).toEqualTypeOf<number>();
    this.addCleanup((a: number, b: string) => [a, b], 1, 'b');
    this.addAsyncCleanup(async (a: number) => void (await asyncio.sleep(a)), 1);
    // @ts-expect-error -- an argument is missing
    this.addCleanup((a: number) => a);
    // @ts-expect-error -- it is no context manager
    this.enterContext([]);
  }

  override *asyncTearDown(): asyncio.Gen<void> {
    yield* asyncio.sleep(0);
  }
}
Case.register();
Case.register({ test: (name: string, body: () => Promise<void>) => [name, body] });

class Wrong extends IsolatedAsyncioTestCase {
  // @ts-expect-error -- it is to be asynchronous
  override asyncSetUp(): void {
    // Nothing.
  }
}
void Wrong;
