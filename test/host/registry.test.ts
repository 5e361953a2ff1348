import { RuntimeError } from '#asyncio/builtins/exceptions';
import { defaultHost, setDefaultHost } from '#asyncio/host/registry';
import { VirtualHost } from '#asyncio/host/virtual';

describe('the default host', () => {
  test('is missing until a face of the library sets it, and is then that one', () => {
    expect(() => defaultHost()).toThrow(RuntimeError);
    const [first, second] = [new VirtualHost(), new VirtualHost()];
    setDefaultHost(first);
    expect(defaultHost()).toBe(first);
    setDefaultHost(second);
    expect(defaultHost()).toBe(second);
  });
});
