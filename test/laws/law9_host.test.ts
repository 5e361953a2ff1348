/** Law 9. The host stays alive, however much is ready. */
import { connect, createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import * as asyncio from 'asyncio-ts';
import { inEveryStyle } from '../support/styles';

inEveryStyle('law 9: the host stays alive', (kit) => {
  test('a socket and a timer are served while callbacks keep re-scheduling themselves', async () => {
    const loop = asyncio.new_event_loop();
    loop.set_debug(kit.debug);
    // Debug mode records a stack for each handle: fewer of them make as long an iteration.
    const handles = kit.debug ? 50 : 20_000;
    let stopped = false;
    let calls = 0;
    const again = (): void => {
      calls++;
      if (!stopped) loop.call_soon(again);
    };
    const server = createServer((socket) => socket.pipe(socket));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    let echoes = 0;
    let ticks = 0;
    const client = connect((server.address() as AddressInfo).port, '127.0.0.1');
    client.on('data', () => {
      echoes++;
      if (echoes < 20) client.write('x');
    });
    client.write('x');
    const timer = setInterval(() => ticks++, 1);
    const busy = kit.coroutine(
      async () => {
        for (let i = 0; i < handles; i++) loop.call_soon(again);
        while (echoes < 20 || ticks < 5) await asyncio.sleep(0);
        stopped = true;
        return calls > handles;
      },
      function* () {
        for (let i = 0; i < handles; i++) loop.call_soon(again);
        while (echoes < 20 || ticks < 5) yield* asyncio.sleep(0);
        stopped = true;
        return calls > handles;
      },
    );
    // It would hang, and time out, if the loop held the host.
    expect(await loop.run_until_complete(busy())).toBe(true);
    clearInterval(timer);
    client.destroy();
    await new Promise((resolve) => server.close(resolve));
    loop.close();
  });
});
