import * as asyncio from 'asyncio-ts';

const bytes = (text: string) => new TextEncoder().encode(text);

class Echo extends asyncio.DatagramProtocol {
  #transport!: asyncio.DatagramTransport;
  override connection_made(transport: asyncio.DatagramTransport): void {
    this.#transport = transport;
  }
  override datagram_received(data: Uint8Array, address: asyncio.socket.HostAndPort): void {
    this.#transport.sendto(data, address);
  }
}
class Client extends asyncio.DatagramProtocol {
  readonly answers = new asyncio.Queue<Uint8Array>();
  override datagram_received(data: Uint8Array): void {
    this.answers.put_nowait(data);
  }
}
const main = asyncio.coroutine(async () => {
  const loop = asyncio.get_running_loop();
  const [server] = await loop.create_datagram_endpoint(Echo, { local_addr: ['127.0.0.1', 0] });
  const remote_addr = server.get_extra_info('sockname') as asyncio.socket.HostAndPort;
  const [transport, client] = await loop.create_datagram_endpoint(Client, { remote_addr });
  transport.sendto(bytes('hello'));
  const answer = await asyncio.wait_for(client.answers.get(), 1);
  transport.close();
  server.close();
  return new TextDecoder().decode(answer);
});
await asyncio.run(main()); // => 'hello'
