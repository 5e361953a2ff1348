import * as asyncio from 'asyncio-ts';

import type { Tracker } from '#asyncio/host/host';
import { NodeHost } from '#asyncio/host/node';

test('the host is told to track no longer at the end of a loop, unless a native body is left', async () => {
  const { tracker } = new NodeHost();
  if (tracker?.stop === undefined) throw new Error('there is no tracker that stops');
  const stop = jest.spyOn(tracker as Required<Tracker>, 'stop');
  let finish: (() => void) | undefined;
  const patient = asyncio.coroutine(async () => {
    await new Promise<void>((resolve) => (finish = resolve));
  });
  await asyncio.run(asyncio.coroutine(async () => asyncio.sleep(0))());
  expect(stop).toHaveBeenCalledTimes(1);

  const loop = asyncio.new_event_loop();
  loop.set_exception_handler(() => null);
  const task = loop.create_task(patient());
  await loop.run_until_complete(asyncio.sleep(0));
  loop.close();
  expect(stop).toHaveBeenCalledTimes(1);

  finish?.();
  await new Promise(setImmediate);
  await asyncio.run(asyncio.sleep(0));
  expect(stop).toHaveBeenCalledTimes(2);
  expect(task.done()).toBe(false);
});
