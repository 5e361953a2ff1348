import * as asyncio from 'asyncio-ts';

let tickets = 1;

const buy = asyncio.coroutine(async (name: string) => {
  if (tickets > 0) {
    await asyncio.sleep(0.1); // the payment takes a while
    tickets -= 1;
    console.log(`${name} has a ticket`);
  } else {
    console.log(`${name} has none`);
  }
});

const main = asyncio.coroutine(async () => {
  await asyncio.gather(buy('Ada'), buy('Grace'));
  console.log(`${tickets} left`);
});

await asyncio.run(main());
