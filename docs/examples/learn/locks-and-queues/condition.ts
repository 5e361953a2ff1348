/** A condition: wait until something is true of what a lock protects. */
'use asyncio';
import * as asyncio from 'asyncio-ts';

let balance = 0;

async function pay_in(changed: asyncio.Condition, amount: number) {
  await using _ = changed;
  balance += amount;
  console.log(`paid in ${amount}, there are ${balance}`);
  changed.notify_all();
}

async function withdraw(changed: asyncio.Condition, amount: number) {
  await using _ = changed;
  await changed.wait_for(() => balance >= amount);
  balance -= amount;
  console.log(`withdrew ${amount}, there are ${balance}`);
}

async function main() {
  const changed = new asyncio.Condition();
  await using group = new asyncio.TaskGroup();
  group.create_task(withdraw(changed, 50));
  for (let turn = 0; turn < 3; turn++) {
    await asyncio.sleep(1);
    await pay_in(changed, 20);
  }
}

await asyncio.run(main());
