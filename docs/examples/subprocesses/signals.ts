import * as asyncio from 'asyncio-ts';
import process from 'node:process';

const echo = asyncio.coroutine(async (reader: asyncio.StreamReader, writer: asyncio.StreamWriter) => {
  for await (const line of reader) writer.write(line);
  writer.close();
});
const serve = asyncio.coroutine(async (ready: asyncio.Future<number>) => {
  const loop = asyncio.get_running_loop();
  const stop = new asyncio.Event();
  for (const signal of ['SIGTERM', 'SIGINT']) loop.add_signal_handler(signal, () => stop.set());
  const server = await asyncio.start_server(echo, '127.0.0.1', 0);
  ready.set_result(server.sockets[0]!.getsockname()[1]);
  await stop.wait();
  server.close();
  try {
    await asyncio.wait_for(server.wait_closed(), 5);
    return 'all have ended';
  } catch {
    server.abort_clients();
    return 'some were broken off';
  }
});
const main = asyncio.coroutine(async () => {
  const ready = asyncio.get_running_loop().create_future<number>();
  const server = asyncio.create_task(serve(ready));
  const [reader, writer] = await asyncio.open_connection('127.0.0.1', await ready);
  process.kill(process.pid, 'SIGTERM');
  await asyncio.sleep(0.05);
  writer.write(new TextEncoder().encode('still here\n'));
  const answer = await reader.readline();
  writer.close();
  return [new TextDecoder().decode(answer), await server];
});
await asyncio.run(main()); // => ['still here\n', 'all have ended']
