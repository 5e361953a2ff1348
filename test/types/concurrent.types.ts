/** Futures and executors of `concurrent.futures`: their keywords, and what they give. */
import * as concurrent from 'asyncio-ts/concurrent';
import { expectTypeOf } from 'expect-type';

const future = new concurrent.Future<number>();
expectTypeOf(future.result({ timeout: 1 })).toEqualTypeOf<Promise<number>>();
expectTypeOf(future.exception(null)).toEqualTypeOf<Promise<Error | null>>();
future.add_done_callback((done) => {
  expectTypeOf(done).toEqualTypeOf<concurrent.Future<number>>();
});
future.add_done_callback({ fn: (done) => done.cancel() });
future.set_exception({ exception: null });
// @ts-expect-error There is no such keyword.
void future.result({ time: 1 });
// @ts-expect-error The future is one of numbers.
future.set_result('1');
// @ts-expect-error There is no such keyword.
future.add_done_callback({ callback: () => undefined });

// wait and as_completed
const { wait, as_completed } = concurrent;
expectTypeOf(wait([future], { timeout: 1, return_when: concurrent.FIRST_EXCEPTION })).resolves.toExtend<
  readonly [Set<concurrent.Future<number>>, Set<concurrent.Future<number>>]
>();
void wait([future], 1, concurrent.ALL_COMPLETED);
void wait([future], null, { return_when: 'FIRST_COMPLETED' });
void wait({ fs: [future] });
expectTypeOf(as_completed([future], { timeout: 1 })).toExtend<AsyncIterable<concurrent.Future<number>>>();
as_completed([future], 1);
as_completed({ fs: [future], timeout: null });
// @ts-expect-error There is no such keyword.
void wait([future], { timeut: 1 });
// @ts-expect-error It is one of three constants.
void wait([future], 1, 'FIRST');
// @ts-expect-error There is no such keyword.
as_completed([future], { return_when: concurrent.FIRST_COMPLETED });

// executors
const executor = new concurrent.Executor();
expectTypeOf(executor.submit((a: number, b: string) => `${a}${b}`, 1, 'b')).toEqualTypeOf<concurrent.Future<string>>();
expectTypeOf(executor.map((a: number) => a > 1, [1, 2], { timeout: 1, chunksize: 2, buffersize: null })).toExtend<
  AsyncIterable<boolean>
>();
void executor.shutdown(false, { cancel_futures: true });
void executor.shutdown({ wait: true, cancel_futures: false });
// @ts-expect-error The function takes a number.
executor.submit((a: number) => a, 'a');
// @ts-expect-error There is no such keyword.
executor.map((a: number) => a, [1], { time: 1 });
// @ts-expect-error There is no such keyword.
void executor.shutdown({ cancel: true });

// pools
const threads = new concurrent.ThreadPoolExecutor({ max_workers: 2, thread_name_prefix: 'x' });
new concurrent.ThreadPoolExecutor(2, 'x', (level: string) => level, ['debug']);
new concurrent.ThreadPoolExecutor(null, { initializer: (level: string) => level, initargs: ['debug'] });
new concurrent.ThreadPoolExecutor(2, 'x', { initializer: null });
new concurrent.ProcessPoolExecutor(2, null, () => undefined, [], { max_tasks_per_child: 5 });
new concurrent.ProcessPoolExecutor({ max_tasks_per_child: null });
expectTypeOf(threads).toExtend<concurrent.Executor>();
expectTypeOf(threads.submit(async (a: number) => Promise.resolve(a), 1)).toEqualTypeOf<concurrent.Future<number>>();
expectTypeOf(new concurrent.InterpreterPoolExecutor(1)).toExtend<concurrent.ThreadPoolExecutor>();
// @ts-expect-error The function takes a number.
threads.submit((a: number) => a, 'a');
// @ts-expect-error There is no such keyword.
new concurrent.ThreadPoolExecutor({ workers: 1 });
// @ts-expect-error Threads are not replaced.
new concurrent.ThreadPoolExecutor({ max_tasks_per_child: 1 });
// @ts-expect-error Processes can be started in one way only.
new concurrent.ProcessPoolExecutor(1, 'fork');

// functions that are found in their modules, and values that move
const work = concurrent.importable('node:path', function work(a: number, b?: string): string {
  return `${a}${b ?? ''}`;
});
expectTypeOf(work).toEqualTypeOf<(a: number, b?: string) => string>();
expectTypeOf(threads.submit(work, 1)).toEqualTypeOf<concurrent.Future<string>>();
expectTypeOf(concurrent.importable({ module: { href: 'file:///x.js' }, fn: work })).toEqualTypeOf(work);
expectTypeOf(concurrent.importable('node:path', class Own extends Error {})).toExtend<new () => Error>();
expectTypeOf(concurrent.transfer(new Uint8Array(1))).toEqualTypeOf<Uint8Array<ArrayBuffer>>();
concurrent.transfer({ a: new ArrayBuffer(1) }, { parts: [] });
// @ts-expect-error A text can't move.
concurrent.transfer('text');
// @ts-expect-error It is no function.
concurrent.importable('node:path', 1);
