import { bench } from '../support/promises.js';

class Deferred {
  resolve!: () => void;
  readonly promise: Promise<void> = new Promise((resolve) => {
    this.resolve = resolve;
  });
}

await bench(async (count) => {
  const table: [Deferred, Deferred] = [new Deferred(), new Deferred()];
  const player = async (me: 0 | 1): Promise<void> => {
    const other = me === 0 ? 1 : 0;
    for (let i = 0; i < count; i++) {
      await table[me].promise;
      table[me] = new Deferred();
      table[other].resolve();
    }
  };
  const players = [player(0), player(1)];
  table[0].resolve();
  for (const promise of players) await promise;
});
