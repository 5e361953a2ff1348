/** A real redis-server, and a client of a few lines. */
import * as asyncio from 'asyncio-ts';
import { describeWith, folder, freePort, start } from './counterpart';
import { bytes, text } from './http';

type Reply = string | number | null | Reply[];

class Client {
  constructor(
    readonly reader: asyncio.StreamReader,
    readonly writer: asyncio.StreamWriter,
  ) {}

  send(...words: string[]): void {
    const parts = words.map((word) => `$${String(word.length)}\r\n${word}\r\n`);
    this.writer.write(bytes(`*${String(words.length)}\r\n${parts.join('')}`));
  }

  *receive(): asyncio.Gen<Reply> {
    const line = text(yield* this.reader.readuntil(bytes('\r\n'))).slice(0, -2);
    const rest = line.slice(1);
    switch (line[0]) {
      case '+':
        return rest;
      case ':':
        return Number(rest);
      case '$': {
        if (rest === '-1') return null;
        return text(yield* this.reader.readexactly(Number(rest) + 2)).slice(0, -2);
      }
      case '*': {
        const replies: Reply[] = [];
        for (let count = 0; count < Number(rest); count++) replies.push(yield* this.receive());
        return replies;
      }
      default:
        throw new asyncio.ValueError(line);
    }
  }

  *call(...words: string[]): asyncio.Gen<Reply> {
    this.send(...words);
    yield* this.writer.drain();
    return yield* this.receive();
  }
}

describeWith(['redis-server'], 'redis-server', () => {
  async function startRedis(): Promise<{ readonly port: number; readonly path: string }> {
    const own = folder();
    const port = await freePort();
    const path = `${own}/redis.sock`;
    const args = ['--port', String(port), '--bind', '127.0.0.1', '--unixsocket', path, '--save', '', '--dir', own];
    await start('redis-server', args, /Ready to accept connections|The server is now ready to accept connections at/);
    return { port, path };
  }

  test('answers commands one by one, in a row, and large ones, over TCP and by its Unix socket', async () => {
    const { port, path } = await startRedis();
    const talk = asyncio.coroutine(function* (client: Client) {
      const large = 'v'.repeat(3_000_000);
      const seen: Reply[] = [yield* client.call('PING'), yield* client.call('SET', 'key', 'value')];
      seen.push(yield* client.call('GET', 'key'), yield* client.call('GET', 'nothing'));
      seen.push(yield* client.call('SET', 'large', large), (yield* client.call('GET', 'large')) === large ? 1 : 0);
      yield* client.call('DEL', 'count');
      for (let count = 0; count < 1000; count++) client.send('INCR', 'count');
      for (let count = 0; count < 999; count++) yield* client.receive();
      seen.push(yield* client.receive(), yield* client.call('MGET', 'key', 'nothing', 'count'));
      client.writer.close();
      yield* client.writer.wait_closed();
      return seen;
    });
    const main = asyncio.coroutine(function* () {
      const tcp = yield* talk(new Client(...(yield* asyncio.open_connection('127.0.0.1', port))));
      const unix = yield* talk(new Client(...(yield* asyncio.open_unix_connection(path))));
      return [tcp, unix];
    });
    const expected = ['PONG', 'OK', 'value', null, 'OK', 1, 1000, ['value', null, '1000']];
    expect(await asyncio.run(main())).toEqual([expected, expected]);
  });

  test('sends messages to those who have subscribed, each a task of its own', async () => {
    const { port } = await startRedis();
    const main = asyncio.coroutine(function* () {
      const open = () => asyncio.open_connection('127.0.0.1', port);
      const subscribed = new asyncio.Barrier(4);
      const listen = asyncio.coroutine(function* () {
        const client = new Client(...(yield* open()));
        yield* client.call('SUBSCRIBE', 'news');
        yield* subscribed.wait();
        const message = yield* client.receive();
        client.writer.close();
        return message;
      });
      return yield* asyncio.async_with(new asyncio.TaskGroup(), function* (group) {
        const listeners = [1, 2, 3].map(() => group.create_task(listen()));
        yield* subscribed.wait();
        const client = new Client(...(yield* open()));
        const heard = yield* client.call('PUBLISH', 'news', 'hello');
        client.writer.close();
        return [heard, yield* asyncio.gather(...listeners)];
      });
    });
    const message = ['message', 'news', 'hello'];
    expect(await asyncio.run(main())).toEqual([3, [message, message, message]]);
  });
});
