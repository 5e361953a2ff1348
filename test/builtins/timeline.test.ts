import { Timeline } from '#asyncio/builtins/timeline';

import { Item, takeAll, testTimed } from '../support/timed';

describe('Timeline', () => {
  testTimed(() => new Timeline<Item>());

  test('closes its gaps, so that one that is never empty does not grow', () => {
    const timeline = new Timeline<Item>();
    const kept = new Item(0, 0);
    timeline.push(kept);
    for (let order = 1; order < 10_000; order++) {
      const item = new Item(order, order);
      const follower = new Item(order, order + 0.5);
      timeline.push(item);
      timeline.push(follower);
      timeline.remove(item);
      timeline.remove(follower);
    }
    const lasting: Item[] = [];
    for (let order = 10_000; order < 20_000; order++) {
      lasting.push(new Item(order, order));
      timeline.push(lasting.at(-1) as Item);
      if (lasting.length > 3) timeline.remove(lasting.shift() as Item);
      // Its place shows how long the row is.
      expect(-(lasting.at(-1) as Item)._heapIndex).toBeLessThan(32);
    }
    expect(takeAll(timeline)).toEqual([kept, ...lasting]);
  });
});
