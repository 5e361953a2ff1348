import * as asyncio from 'asyncio-ts';

const loop = asyncio.new_event_loop();

function fetch_number(name: string, callback: (value: number) => void) {
  loop.call_later(1, callback, name.length);
}

// "Add the two numbers", torn into three functions.
function got_first(first: number) {
  fetch_number('second', (second) => got_second(first, second));
}

function got_second(first: number, second: number) {
  console.log(`the sum is ${first + second}`);
  loop.stop();
}

loop.call_soon(fetch_number, 'first', got_first);
await loop.run_forever();
loop.close();
