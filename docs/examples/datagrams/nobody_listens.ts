import * as asyncio from 'asyncio-ts';

class Client extends asyncio.DatagramProtocol {
  readonly failed = asyncio.get_running_loop().create_future<Error>();
  override error_received(error: Error): void {
    this.failed.set_result(error);
  }
}
const main = asyncio.coroutine(async () => {
  const loop = asyncio.get_running_loop();
  const [nobody] = await loop.create_datagram_endpoint(asyncio.DatagramProtocol, { local_addr: ['127.0.0.1', 0] });
  const remote_addr = nobody.get_extra_info('sockname') as asyncio.socket.HostAndPort;
  nobody.abort();
  await asyncio.sleep(0.01);
  const [transport, client] = await loop.create_datagram_endpoint(Client, { remote_addr });
  transport.sendto(new TextEncoder().encode('is anybody there?'));
  const error = await client.failed;
  transport.close();
  return error instanceof asyncio.ConnectionRefusedError;
});
await asyncio.run(main()); // => true
