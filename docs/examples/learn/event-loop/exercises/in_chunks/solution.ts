import * as asyncio from 'asyncio-ts';

const loop = asyncio.new_event_loop();

function count(from: number) {
  console.log(from);
  console.log(from + 1);
  if (from + 2 <= 6) loop.call_soon(count, from + 2);
  else loop.stop();
}

loop.call_soon(count, 1);
loop.call_soon(() => console.log('  somebody else'));
await loop.run_forever();
loop.close();
