import * as asyncio from 'asyncio-ts';

class Collector extends asyncio.SubprocessProtocol {
  readonly events: string[] = [];
  readonly over = asyncio.get_running_loop().create_future<null>();

  override pipe_data_received(fd: number, data: Uint8Array): void {
    this.events.push(`${fd}: ${new TextDecoder().decode(data)}`);
  }
  override process_exited(): void {
    this.events.push('exited');
  }
  override connection_lost(): void {
    this.over.set_result(null); // it has ended, and all its pipes are closed
  }
}
const main = asyncio.coroutine(async () => {
  const loop = asyncio.get_running_loop();
  const [transport, protocol] = await loop.subprocess_exec(Collector, 'echo', 'hello');
  await protocol.over;
  const code = transport.get_returncode();
  transport.close();
  return [protocol.events.includes('1: hello\n'), protocol.events.includes('exited'), code];
});
await asyncio.run(main()); // => [true, true, 0]
