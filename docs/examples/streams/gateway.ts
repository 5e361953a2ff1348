import * as asyncio from 'asyncio-ts';

asyncio.set_gateway('wss://gateway.example.org/');
const main = asyncio.coroutine(async () => {
  const [reader, writer] = await asyncio.open_connection('whois.example.org', 43);
  writer.write(new TextEncoder().encode('example.org\r\n'));
  const answer = await reader.read();
  writer.close();
  return new TextDecoder().decode(answer);
});
await asyncio.run(main());
