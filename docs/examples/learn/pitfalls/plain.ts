/** An async function that is neither wrapped nor compiled begins at the call. */
import * as asyncio from 'asyncio-ts';

async function plain() {
  console.log('plain begins');
  await asyncio.sleep(1);
}

const wrapped = asyncio.coroutine(async () => {
  console.log('wrapped begins');
  await asyncio.sleep(1);
});

const main = asyncio.coroutine(async () => {
  const promise = plain();
  console.log('plain() is called');
  await promise;

  const coroutine = wrapped();
  console.log('wrapped() is called');
  await coroutine;

  try {
    asyncio.create_task(plain());
  } catch (error) {
    if (!(error instanceof asyncio.TypeError)) throw error;
    console.log(error.message.split(': ')[1]);
  }
});

await asyncio.run(main());
