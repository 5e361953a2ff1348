/** The protocols of `echo_protocol`, which are the same in all styles. */
import * as asyncio from 'asyncio-ts';

const SIZE = 1024;

/** Sends back what comes. */
export class Echo extends asyncio.Protocol {
  #transport!: asyncio.Transport;

  override connection_made(transport: asyncio.Transport): void {
    this.#transport = transport;
  }

  override data_received(data: Uint8Array): void {
    this.#transport.write(data);
  }
}

/** Sends a message and waits for its echo, `count` times. */
export class Talk extends asyncio.Protocol {
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
