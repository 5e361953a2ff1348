function* range(start: number, stop: number, step = 1) {
  for (let i = start; i < stop; i += step) yield i;
}
function* zip<A, B>(first: Iterable<A>, second: Iterable<B>): Generator<[A, B]> {
  const others = second[Symbol.iterator]();
  for (const a of first) {
    const { done, value } = others.next();
    if (done === true) return;
    yield [a, value];
  }
}
function* batched<T>(items: Iterable<T>, size: number) {
  let batch: T[] = [];
  for (const item of items) {
    if (batch.push(item) < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

[...zip(range(0, 3), 'abc')]; // => [[0, 'a'], [1, 'b'], [2, 'c']]
[...batched(range(0, 5), 2)]; // => [[0, 1], [2, 3], [4]]
