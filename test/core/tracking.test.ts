import * as asyncio from 'asyncio-ts';

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 2));

afterEach(() => {
  asyncio.set_host_tracking(true);
});

test('a native body that comes back from a foreign promise is found by its task', async () => {
  expect(asyncio.get_host_tracking()).toBe(true);
  const work = asyncio.coroutine(async (name: string) => {
    await pause();
    const task = asyncio.current_task()?.get_name();
    await asyncio.sleep(0.001);
    return [name, task, asyncio.current_task()?.get_name()];
  });
  const main = asyncio.coroutine(async () =>
    asyncio.gather(asyncio.create_task(work('a'), { name: 'a' }), asyncio.create_task(work('b'), { name: 'b' })),
  );
  expect(await asyncio.run(main())).toEqual([
    ['a', 'a', 'a'],
    ['b', 'b', 'b'],
  ]);
});

test('without tracking the await after a foreign promise fails and names the cure', async () => {
  asyncio.set_host_tracking(false);
  expect(asyncio.get_host_tracking()).toBe(false);
  const main = asyncio.coroutine(async () => {
    await pause();
    await asyncio.sleep(0);
  });
  await expect(asyncio.run(main())).rejects.toThrow(/await asyncio\.wrap_future\(promise\)/);
});

test('without tracking a wrapped promise brings the body back into its task', async () => {
  asyncio.set_host_tracking(false);
  const main = asyncio.coroutine(async () => {
    await asyncio.wrap_future(pause());
    await asyncio.sleep(0);
    return asyncio.current_task() !== null;
  });
  expect(await asyncio.run(main())).toBe(true);
});
