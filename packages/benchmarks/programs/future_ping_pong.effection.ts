import { all, withResolvers, type Operation } from 'effection';

import { bench } from '../support/effection.js';

await bench(function* (count) {
  const table = { 0: withResolvers<null>(), 1: withResolvers<null>() };
  function* player(me: 0 | 1): Operation<number> {
    const other = me === 0 ? 1 : 0;
    let done = 0;
    for (; done < count; done++) {
      yield* table[me].operation;
      table[me] = withResolvers<null>();
      table[other].resolve(null);
    }
    return done;
  }
  table[0].resolve(null);
  const [first, second] = yield* all([player(0), player(1)]);
  return (first + second) / 2;
});
