import * as asyncio from 'asyncio-ts';

type Parcel = asyncio.Future<string>;

const customer = asyncio.coroutine(async (name: string, parcel: Parcel) => {
  console.log(`${name} waits`);
  console.log(`${name} has the ${await parcel}`);
});

const main = asyncio.coroutine(async () => {
  const loop = asyncio.get_running_loop();
  const parcel = loop.create_future<string>();
  parcel.add_done_callback(() => console.log('the bell rings'));
  loop.call_later(2, () => parcel.set_result('parcel'));
  await asyncio.gather(customer('Ada', parcel), customer('Grace', parcel));

  try {
    parcel.set_result('another parcel');
  } catch (error) {
    if (!(error instanceof asyncio.InvalidStateError)) throw error;
    console.log(`a second time: ${error.message}`);
  }
});

await asyncio.run(main());
