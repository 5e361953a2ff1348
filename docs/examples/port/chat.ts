/** A chat over TCP: each line that somebody writes goes to everybody. Two guests try it out. */
import * as asyncio from 'asyncio-ts';

const encode = (text: string) => new TextEncoder().encode(text);
const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

type Address = readonly [host: string, port: number];

class Chat {
  readonly guests = new Map<string, asyncio.StreamWriter>();

  tell_all = asyncio.coroutine(async (text: string) => {
    const writers = [...this.guests.values()];
    for (const writer of writers) writer.write(encode(`${text}\n`));
    // Who doesn't read holds up the chat for a second, no longer.
    await asyncio.async_with(asyncio.timeout(1), async () => {
      const drains = writers.map((writer) => writer.drain());
      await asyncio.gather(...drains, { return_exceptions: true });
    });
  });

  serve = asyncio.coroutine(async (reader: asyncio.StreamReader, writer: asyncio.StreamWriter) => {
    const name = decode(await reader.readline()).trim();
    if (name === '' || this.guests.has(name)) {
      writer.write(encode('another name, please\n'));
      writer.close();
      return;
    }
    this.guests.set(name, writer);
    try {
      await this.tell_all(`${name} has come`);
      for await (const line of reader) await this.tell_all(`${name}: ${decode(line).trimEnd()}`);
    } catch (error) {
      if (!(error instanceof asyncio.ConnectionError)) throw error;
      // the connection broke: the guest leaves without a word
    } finally {
      this.guests.delete(name);
      writer.close();
      await this.tell_all(`${name} has left`);
    }
  });
}

class Guest {
  readonly reader: asyncio.StreamReader;
  readonly writer: asyncio.StreamWriter;

  constructor(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) {
    this.reader = reader;
    this.writer = writer;
  }

  static come = asyncio.coroutine(async (address: Address, name: string) => {
    const guest = new Guest(...(await asyncio.open_connection(...address)));
    await guest.say(name);
    return guest;
  });

  say = asyncio.coroutine(async (text: string) => {
    this.writer.write(encode(`${text}\n`));
    await this.writer.drain();
  });

  hear = asyncio.coroutine(async () => decode(await this.reader.readline()).trimEnd());

  leave = asyncio.coroutine(async () => {
    this.writer.close();
    await this.writer.wait_closed();
  });
}

const main = asyncio.coroutine(async () => {
  const server = await asyncio.start_server(new Chat().serve, '127.0.0.1', 0);
  const address = server.sockets[0]!.getsockname();
  await asyncio.async_with(server, async () => {
    const ann = await Guest.come(address, 'ann');
    console.log('ann hears', await ann.hear());

    const ben = await Guest.come(address, 'ben');
    console.log('ann hears', await ann.hear());
    console.log('ben hears', await ben.hear());

    const impostor = await Guest.come(address, 'ann');
    console.log('the impostor hears', await impostor.hear());
    await impostor.leave();

    await ben.say('hello, 世界');
    console.log('ann hears', await ann.hear());
    console.log('ben hears', await ben.hear());

    await ben.leave();
    console.log('ann hears', await ann.hear());
    await ann.leave();
  });
});

await asyncio.run(main());
