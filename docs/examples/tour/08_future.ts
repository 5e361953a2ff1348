/** A future is a result that isn't there yet. Any callback may put it there. */
import * as asyncio from 'asyncio-ts';

function deliver(future: asyncio.Future<string>) {
  console.log('the callback sets the result');
  future.set_result('parcel');
}

const main = asyncio.coroutine(async () => {
  const loop = asyncio.get_running_loop();
  const future = loop.create_future<string>();
  console.log(future);

  loop.call_later(0.5, deliver, future);
  console.log('main waits');
  console.log(`main got ${await future}`);
  console.log(future);
});

await asyncio.run(main());
