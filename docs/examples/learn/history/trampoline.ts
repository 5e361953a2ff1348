type Work = Generator<unknown, unknown, unknown>;

function* double(number: number): Work {
  console.log(`double(${number})`);
  yield; // others might run here
  return 2 * number;
}

function* work(): Work {
  const four = yield double(2); // hands the inner generator to whoever runs this one
  const eight = yield double(four as number);
  return eight;
}

function run(outermost: Work) {
  const stack = [outermost];
  let value: unknown = undefined;
  while (true) {
    const result = stack.at(-1)!.next(value);
    value = undefined;
    if (result.done) {
      stack.pop(); // the result goes to the generator that asked for it
      value = result.value;
      if (stack.length === 0) return value;
    } else if (result.value !== undefined) stack.push(result.value as Work);
  }
}

console.log(`result ${run(work())}`);

export {};
