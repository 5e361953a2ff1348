import * as asyncio from 'asyncio-ts';

const loop = asyncio.new_event_loop();

function say(what: string) {
  console.log(`${loop.time().toFixed(1)} s: ${what}`);
}

loop.call_later(2, say, 'two seconds');
loop.call_later(1, say, 'one second');
loop.call_later(1, say, 'one second too, set later');
const never = loop.call_later(1.5, say, 'never');
loop.call_soon(say, 'soon');
never.cancel();
loop.call_later(3, () => loop.stop());
await loop.run_forever();
say('stopped');
loop.close();
