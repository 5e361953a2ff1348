import * as asyncio from 'asyncio-ts';

const loop = asyncio.new_event_loop();

function greet(name: string) {
  console.log(`hello ${name}`);
}

loop.call_soon(() => console.log('the loop runs'));
loop.call_soon(greet('Ada') as never);
loop.call_soon(() => loop.stop());
await loop.run_forever();
loop.close();
