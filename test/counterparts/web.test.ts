/** curl and nginx. */
import { writeFileSync } from 'node:fs';
import * as asyncio from 'asyncio-ts';
import { describeWith, folder, freePort, output, start } from './counterpart';
import { bytes, readMessage, serve, text } from './http';

/** Runs a test beside a server of ours, and gives what the test gives. */
function beside<T>(test: (url: string, port: number) => Promise<T>): Promise<T> {
  const main = asyncio.coroutine(function* () {
    const server = yield* asyncio.start_server(serve, '127.0.0.1', 0);
    const [, port] = server.sockets[0]!.getsockname();
    const result = yield* asyncio.await_(test(`http://127.0.0.1:${String(port)}`, port));
    server.close();
    server.close_clients();
    yield* server.wait_closed();
    return result;
  });
  return asyncio.run(main());
}

describeWith(['curl'], 'curl', () => {
  test('gets small and large answers from our server, several by one connection', async () => {
    const sizes = [0, 1, 1000, 100_000, 5_000_000];
    const got = await beside((url) => output('curl', ['-sS', ...sizes.map((size) => `${url}/${String(size)}`)]));
    expect(got).toHaveLength(sizes.reduce((sum, size) => sum + size));
  });

  test('posts a large body, which comes back', async () => {
    const body = 'abc'.repeat(1_000_000);
    expect(await beside((url) => output('curl', ['-sS', '--data-binary', '@-', url], body))).toBe(body);
  });
});

describeWith(['nginx'], 'nginx', () => {
  /** Starts nginx with a configuration. */
  async function startNginx(server: (own: string) => string): Promise<number> {
    const own = folder();
    const port = await freePort();
    writeFileSync(`${own}/file`, 'x'.repeat(3_000_000));
    const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
    writeFileSync(
      `${own}/nginx.conf`,
      `${process.getuid?.() === 0 ? 'user root;' : ''} daemon off; pid ${own}/pid; error_log stderr notice; worker_processes 1; events {}
       http { access_log off; ${paths.map((name) => `${name}_temp_path ${own}/${name};`).join(' ')}
       server { listen 127.0.0.1:${String(port)}; ${server(own)} } }`,
    );
    await start('nginx', ['-p', own, '-e', 'stderr', '-c', `${own}/nginx.conf`], /start worker process \d+/);
    return port;
  }

  test('serves a file to our client, by one connection twice', async () => {
    const port = await startNginx((own) => `root ${own};`);
    const main = asyncio.coroutine(function* () {
      const [reader, writer] = yield* asyncio.open_connection('127.0.0.1', port);
      const sizes: number[] = [];
      for (let count = 0; count < 2; count++) {
        writer.write(bytes('GET /file HTTP/1.1\r\nHost: x\r\n\r\n'));
        sizes.push((yield* readMessage(reader))!.body.length);
      }
      writer.close();
      yield* writer.wait_closed();
      return sizes;
    });
    expect(await asyncio.run(main())).toEqual([3_000_000, 3_000_000]);
  });

  test('passes requests on to our server, and our client gets the answers', async () => {
    const body = await beside(async (url) => {
      const port = await startNginx(
        () => `client_max_body_size 10m; location / { proxy_pass ${url}; proxy_http_version 1.1; }`,
      );
      const main = asyncio.coroutine(function* () {
        const [reader, writer] = yield* asyncio.open_connection('127.0.0.1', port);
        const sent = 'y'.repeat(2_000_000);
        writer.write(bytes(`POST / HTTP/1.1\r\nHost: x\r\nContent-Length: ${String(sent.length)}\r\n\r\n`));
        writer.write(bytes(sent));
        yield* writer.drain();
        const answer = yield* readMessage(reader);
        writer.close();
        return text(answer!.body) === sent;
      });
      return asyncio.run(main());
    });
    expect(body).toBe(true);
  });
});
