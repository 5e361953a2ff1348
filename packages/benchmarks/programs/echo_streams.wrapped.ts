import * as asyncio from 'asyncio-ts';

import { bench } from '../support/wrapped.js';

const CONNECTIONS = 100;
const SIZE = 1024;

const echo = asyncio.coroutine(async (reader: asyncio.StreamReader, writer: asyncio.StreamWriter) => {
  for (let data = await reader.read(SIZE); data.length > 0; data = await reader.read(SIZE)) {
    writer.write(data);
    await writer.drain();
  }
  writer.close();
});

const talk = asyncio.coroutine(async (port: number, count: number) => {
  const [reader, writer] = await asyncio.open_connection('127.0.0.1', port);
  const message = new Uint8Array(SIZE);
  let done = 0;
  for (; done < count; done++) {
    writer.write(message);
    await writer.drain();
    await reader.readexactly(SIZE);
  }
  writer.close();
  return done;
});

await bench(async (count) => {
  const server = await asyncio.start_server(echo, '127.0.0.1', 0);
  const [, port] = server.sockets[0]!.getsockname();
  const talks = Array.from({ length: CONNECTIONS }, () => talk(port, count / CONNECTIONS));
  const done: number[] = await asyncio.gather(...talks);
  server.close();
  await server.wait_closed();
  return done.reduce((sum, each) => sum + each);
});
