/** `add_reader` and its like, which can't be; their checks are CPython's. */
import * as asyncio from 'asyncio-ts';
import { calling, failOnNoise } from '../support/outcomes';

failOnNoise();

const callback = () => undefined;

test.each(['add_reader', 'add_writer'])('%s checks its arguments, and names what to use instead', async (name) => {
  const loop = new asyncio.EventLoop();
  for (const file of [0, { fileno: () => 0 }, { fd: 0 }]) {
    expect(calling(loop, name, file, callback)).toMatch(
      /^NotImplementedError: the host doesn't tell when a descriptor is ready: use loop\./,
    );
  }
  expect(calling(loop, name, 'x', callback)).toBe("ValueError: Invalid file object: 'x'");
  expect(calling(loop, name, null, callback)).toBe('ValueError: Invalid file object: None');
  expect(calling(loop, name, -1, callback)).toBe('ValueError: Invalid file descriptor: -1');
  expect(calling(loop, name, 0)).toBe(
    `TypeError: BaseSelectorEventLoop.${name}() missing 1 required positional argument: 'callback'`,
  );
  loop.close();
});

test.each(['remove_reader', 'remove_writer'])('%s says that there is nothing to remove', async (name) => {
  const loop = new asyncio.EventLoop();
  expect(calling(loop, name, 0)).toBe('False');
  expect(calling(loop, name, 'x')).toBe("ValueError: Invalid file object: 'x'");
  expect(calling(loop, name, -1)).toBe('ValueError: Invalid file descriptor: -1');
  loop.close();
});
