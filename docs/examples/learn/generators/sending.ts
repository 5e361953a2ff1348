function* average(): Generator<number, void, number> {
  let sum = 0;
  let count = 0;
  let value = yield 0; // the first yield only waits for the first value
  while (true) {
    sum += value;
    count += 1;
    value = yield sum / count;
  }
}

const generator = average();
generator.next(); // runs to the first yield
for (const value of [10, 20, 60]) {
  const { value: mean } = generator.next(value);
  console.log(`${value} sent, the average is ${(mean as number).toFixed(1)}`);
}

export {};
