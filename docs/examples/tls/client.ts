import * as asyncio from 'asyncio-ts';

const main = asyncio.coroutine(async () => {
  const [reader, writer] = await asyncio.open_connection('example.org', 443, { ssl: true });
  writer.write(new TextEncoder().encode('HEAD / HTTP/1.1\r\nHost: example.org\r\nConnection: close\r\n\r\n'));
  const status = await reader.readline();
  writer.close();
  return new TextDecoder().decode(status);
});
await asyncio.run(main());
