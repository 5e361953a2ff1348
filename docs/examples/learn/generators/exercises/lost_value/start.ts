function* largest(): Generator<number, void, number> {
  let most = -Infinity;
  while (true) {
    const value = yield most;
    if (value > most) most = value;
  }
}

const generator = largest();
for (const value of [9, 3, 5]) {
  console.log(`${value} sent, the largest is ${generator.next(value).value}`);
}

export {};
