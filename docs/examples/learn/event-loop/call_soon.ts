import * as asyncio from 'asyncio-ts';

const loop = asyncio.new_event_loop();

/** Puts itself at the front of each turn, and so tells where one begins. */
function turn(number: number) {
  console.log(`turn ${number}`);
  if (number < 4) loop.call_soon(turn, number + 1);
  else loop.stop();
}

function chain(left: number) {
  console.log(`  chain, ${left} left`);
  if (left > 0) loop.call_soon(chain, left - 1);
}

loop.call_soon(turn, 1);
loop.call_soon(chain, 2);
loop.call_soon(console.log, '  once');
await loop.run_forever();
loop.close();
