/** Coroutine functions, and what they give to those who await them. */
import * as asyncio from 'asyncio-ts';
import { expectTypeOf } from 'expect-type';

const native = asyncio.coroutine(async (x: number) => {
  await asyncio.sleep(1);
  return `${x}`;
});
const generator = asyncio.coroutine(function* (x: number, y: string = 'y') {
  yield* asyncio.sleep(1);
  return { x, y };
});

expectTypeOf(native).parameters.toEqualTypeOf<[x: number]>();
expectTypeOf(native(1)).toEqualTypeOf<asyncio.Coroutine<string>>();
expectTypeOf(generator).parameters.toEqualTypeOf<[x: number, y?: string | undefined]>();
expectTypeOf(generator(1)).toEqualTypeOf<asyncio.Coroutine<{ x: number; y: string }>>();
expectTypeOf(native.__name__).toBeString();

// @ts-expect-error The argument is missing.
native();
// @ts-expect-error The argument is of another type.
generator('1');

// Each way to wait gives the value.
export const waits = asyncio.coroutine(function* () {
  expectTypeOf(yield* native(1)).toBeString();
  expectTypeOf(yield* asyncio.sleep(0, 7)).toBeNumber();
  expectTypeOf(yield* asyncio.create_task(generator(1))).toEqualTypeOf<{ x: number; y: string }>();
  expectTypeOf(yield* asyncio.await_(Promise.resolve(true))).toBeBoolean();
});
export const waitsNatively = asyncio.coroutine(async () => {
  expectTypeOf(await native(1)).toBeString();
  expectTypeOf(await asyncio.sleep(0, 7)).toBeNumber();
  expectTypeOf(await asyncio.create_task(generator(1))).toEqualTypeOf<{ x: number; y: string }>();
});

// A coroutine, a future and a task pass for promises.
expectTypeOf<asyncio.Coroutine<number>>().toExtend<Promise<number>>();
expectTypeOf<asyncio.Future<number>>().toExtend<Promise<number>>();
expectTypeOf<asyncio.Task<number>>().toExtend<asyncio.Future<number>>();

// A recursive coroutine names its type.
const factorial = asyncio.coroutine(function* (n: number): asyncio.Gen<number> {
  return n <= 1 ? 1 : n * (yield* factorial(n - 1));
});
expectTypeOf(factorial(3)).toEqualTypeOf<asyncio.Coroutine<number>>();
