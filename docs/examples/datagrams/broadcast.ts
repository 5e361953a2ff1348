import * as asyncio from 'asyncio-ts';

class Search extends asyncio.DatagramProtocol {
  override datagram_received(data: Uint8Array, address: asyncio.socket.HostAndPort): void {
    console.log(`${address[0]} says ${new TextDecoder().decode(data)}`);
  }
}
const main = asyncio.coroutine(async () => {
  const options = { remote_addr: ['255.255.255.255', 9999] as const, allow_broadcast: true };
  const [transport] = await asyncio.get_running_loop().create_datagram_endpoint(Search, options);
  transport.sendto(new TextEncoder().encode('who is there?'));
  await asyncio.sleep(2);
  transport.close();
});
await asyncio.run(main());
