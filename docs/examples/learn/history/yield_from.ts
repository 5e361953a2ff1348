type Work<T> = Generator<undefined, T>;

function* double(number: number): Work<number> {
  console.log(`double(${number})`);
  yield; // others might run here
  return 2 * number;
}

function* work(): Work<number> {
  const four = yield* double(2);
  const eight = yield* double(four);
  return eight;
}

function run<T>(generator: Work<T>): T {
  while (true) {
    const result = generator.next();
    if (result.done) return result.value;
  }
}

console.log(`result ${run(work())}`);

export {};
