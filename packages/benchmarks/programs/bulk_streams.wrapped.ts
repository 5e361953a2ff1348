import * as asyncio from 'asyncio-ts';

import { bench } from '../support/wrapped.js';

const CHUNK = 1024 * 1024;

await bench(async (count) => {
  let received = 0;
  const drink = asyncio.coroutine(async (reader: asyncio.StreamReader, writer: asyncio.StreamWriter) => {
    for (let data = await reader.read(CHUNK); data.length > 0; data = await reader.read(CHUNK)) received += data.length;
    writer.close();
  });
  const server = await asyncio.start_server(drink, '127.0.0.1', 0);
  const [, port] = server.sockets[0]!.getsockname();
  const [reader, writer] = await asyncio.open_connection('127.0.0.1', port);
  const chunk = new Uint8Array(CHUNK);
  for (let index = 0; index < count; index++) {
    writer.write(chunk);
    await writer.drain();
  }
  writer.write_eof();
  await reader.read();
  writer.close();
  server.close();
  await server.wait_closed();
  return received / CHUNK;
});
