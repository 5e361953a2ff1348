import * as asyncio from 'asyncio-ts';

import { bench } from '../support/generator.js';

const CHUNK = 1024 * 1024;

await bench(function* (count) {
  let received = 0;
  const drink = asyncio.coroutine(function* (reader: asyncio.StreamReader, writer: asyncio.StreamWriter) {
    for (let data = yield* reader.read(CHUNK); data.length > 0; data = yield* reader.read(CHUNK))
      received += data.length;
    writer.close();
  });
  const server = yield* asyncio.start_server(drink, '127.0.0.1', 0);
  const [, port] = server.sockets[0]!.getsockname();
  const [reader, writer] = yield* asyncio.open_connection('127.0.0.1', port);
  const chunk = new Uint8Array(CHUNK);
  for (let index = 0; index < count; index++) {
    writer.write(chunk);
    yield* writer.drain();
  }
  writer.write_eof();
  yield* reader.read();
  writer.close();
  server.close();
  yield* server.wait_closed();
  return received / CHUNK;
});
