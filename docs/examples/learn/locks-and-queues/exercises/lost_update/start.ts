import * as asyncio from 'asyncio-ts';

const seats = ['1A', '1B', '1C'];

const reserve = asyncio.coroutine(async (name: string) => {
  const seat = seats[0];
  if (seat === undefined) {
    console.log(`${name}: sold out`);
    return;
  }
  await asyncio.sleep(0.5); // the payment
  seats.splice(seats.indexOf(seat), 1);
  console.log(`${name}: ${seat}`);
});

const main = asyncio.coroutine(async () => {
  await asyncio.gather(...['Ada', 'Grace', 'Linus', 'Guido'].map(reserve));
});

await asyncio.run(main());
