/** Native `async` bodies: what only they can run into. */
import * as asyncio from 'asyncio-ts';

test('a task that a plain main makes before its first await is refused with the cure', async () => {
  const work = asyncio.coroutine(async () => 1)();
  const main = async (): Promise<void> => {
    await asyncio.create_task(work);
  };
  await expect(asyncio.run(main())).rejects.toThrow(/^no running event loop: .*asyncio\.run\(main\)/);
  expect(await asyncio.run(main)).toBeUndefined();
});

test('a blocking run refuses a native body before it begins', () => {
  const seen: string[] = [];
  const native = asyncio.coroutine(async () => void seen.push('began'));
  expect(() => asyncio.run_sync(native())).toThrow(/needs a native async body to go on/);
  const main = asyncio.coroutine(function* () {
    try {
      yield* native();
    } catch (error) {
      seen.push((error as Error).name);
    }
    return 3;
  });
  expect(asyncio.run_sync(main())).toBe(3);
  expect(seen).toEqual(['RuntimeError']);
});

test('a future that is its own result is refused instead of spinning', async () => {
  const main = asyncio.coroutine(async () => {
    const future = asyncio.get_running_loop().create_future<unknown>();
    future.set_result(future);
    await future;
  });
  await expect(asyncio.run(main())).rejects.toThrow(
    'a future that is its own result cannot be awaited in a native async body, since a promise cannot carry another; ' +
      'ask for its result(), or await it in generator style',
  );
});

test('a native coroutine that was awaited cannot become a task', async () => {
  const work = asyncio.coroutine(async () => 'once');
  const main = asyncio.coroutine(async () => {
    const coroutine = work();
    const first = await coroutine;
    const second = asyncio.create_task(coroutine);
    return [first, await asyncio.gather(second, { return_exceptions: true })];
  });
  const [first, [second]] = (await asyncio.run(main())) as [string, [Error]];
  expect(first).toBe('once');
  expect(asyncio.repr(second)).toBe("RuntimeError('cannot reuse already awaited coroutine')");
});
