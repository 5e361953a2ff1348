import { bench } from '../support/promises.js';

class Deferred {
  resolve!: () => void;
  readonly promise: Promise<void> = new Promise((resolve) => {
    this.resolve = resolve;
  });
}

await bench(async (count) => {
  const table: [Deferred, Deferred] = [new Deferred(), new Deferred()];
  const player = async (me: 0 | 1): Promise<number> => {
    const other = me === 0 ? 1 : 0;
    let done = 0;
    for (; done < count; done++) {
      await table[me].promise;
      table[me] = new Deferred();
      table[other].resolve();
    }
    return done;
  };
  const players = [player(0), player(1)];
  table[0].resolve();
  let done = 0;
  for (const promise of players) done += await promise;
  return done / 2;
});
