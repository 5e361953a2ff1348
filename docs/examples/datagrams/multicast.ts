import * as asyncio from 'asyncio-ts';

const { IP_ADD_MEMBERSHIP, IP_MULTICAST_IF, IPPROTO_IP } = asyncio.socket;
const GROUP = [224, 1, 1, 1];
const LOOPBACK = [127, 0, 0, 1];

class Member extends asyncio.DatagramProtocol {
  readonly received = new asyncio.Queue<Uint8Array>();
  override datagram_received(data: Uint8Array): void {
    this.received.put_nowait(data);
  }
}
const main = asyncio.coroutine(async () => {
  const loop = asyncio.get_running_loop();
  const socketOf = (transport: asyncio.DatagramTransport) =>
    transport.get_extra_info('socket') as asyncio.socket.TransportSocket;

  const [receiver, member] = await loop.create_datagram_endpoint(Member, { local_addr: ['0.0.0.0', 0] });
  socketOf(receiver).setsockopt(IPPROTO_IP, IP_ADD_MEMBERSHIP, Uint8Array.of(...GROUP, ...LOOPBACK));
  const [, port] = socketOf(receiver).getsockname();

  const [sender] = await loop.create_datagram_endpoint(Member, { local_addr: ['127.0.0.1', 0] });
  socketOf(sender).setsockopt(IPPROTO_IP, IP_MULTICAST_IF, Uint8Array.of(...LOOPBACK));
  sender.sendto(new TextEncoder().encode('to the group'), [GROUP.join('.'), port]);

  const data = await asyncio.wait_for(member.received.get(), 1);
  sender.close();
  receiver.close();
  return new TextDecoder().decode(data);
});
await asyncio.run(main()); // => 'to the group'
