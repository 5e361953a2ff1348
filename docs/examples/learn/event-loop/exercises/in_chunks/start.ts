import * as asyncio from 'asyncio-ts';

const loop = asyncio.new_event_loop();

function count(from: number) {
  for (let number = from; number <= 6; number++) console.log(number);
  loop.stop();
}

loop.call_soon(count, 1);
loop.call_soon(() => console.log('  somebody else'));
await loop.run_forever();
loop.close();
