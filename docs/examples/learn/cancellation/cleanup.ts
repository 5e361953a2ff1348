/** A finally may wait. Whoever is cancelled a second time is disturbed there. */
import * as asyncio from 'asyncio-ts';

const session = asyncio.coroutine(async (name: string) => {
  try {
    await asyncio.sleep(60);
  } finally {
    console.log(`${name}: says goodbye`);
    await asyncio.sleep(1);
    console.log(`${name}: goodbye has arrived`);
  }
});

const main = asyncio.coroutine(async () => {
  const patient = asyncio.create_task(session('patient'));
  const hurried = asyncio.create_task(session('hurried'));
  await asyncio.sleep(1);
  patient.cancel();
  hurried.cancel();
  await asyncio.sleep(0.5);
  hurried.cancel();
  await asyncio.wait([patient, hurried]);
});

await asyncio.run(main());
