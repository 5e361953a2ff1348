import * as asyncio from 'asyncio-ts';

import { bench } from '../support/generator.js';

const CONNECTIONS = 100;
const SIZE = 1024;

class Echo extends asyncio.Protocol {
  #transport!: asyncio.Transport;

  override connection_made(transport: asyncio.Transport): void {
    this.#transport = transport;
  }

  override data_received(data: Uint8Array): void {
    this.#transport.write(data);
  }
}

class Talk extends asyncio.Protocol {
  readonly end: asyncio.Future<number> = asyncio.get_running_loop().create_future();
  readonly #message = new Uint8Array(SIZE);
  readonly #count: number;
  #transport!: asyncio.Transport;
  #received = 0;
  #done = 0;

  constructor(count: number) {
    super();
    this.#count = count;
  }

  override connection_made(transport: asyncio.Transport): void {
    this.#transport = transport;
    transport.write(this.#message);
  }

  override data_received(data: Uint8Array): void {
    this.#received += data.length;
    if (this.#received < SIZE) return;
    this.#received -= SIZE;
    this.#done += 1;
    if (this.#done < this.#count) {
      this.#transport.write(this.#message);
    } else {
      this.#transport.close();
      this.end.set_result(this.#done);
    }
  }
}

await bench(function* (count) {
  const loop = asyncio.get_running_loop();
  const server = yield* loop.create_server(Echo, '127.0.0.1', 0);
  const [, port] = server.sockets[0]!.getsockname();
  const ends: asyncio.Future<number>[] = [];
  for (let index = 0; index < CONNECTIONS; index++) {
    const [, talk] = yield* loop.create_connection(() => new Talk(count / CONNECTIONS), '127.0.0.1', port);
    ends.push(talk.end);
  }
  const done: number[] = yield* asyncio.gather(...ends);
  server.close();
  yield* server.wait_closed();
  return done.reduce((sum, each) => sum + each);
});
