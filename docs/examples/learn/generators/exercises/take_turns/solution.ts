function* letters() {
  for (const letter of ['A', 'B', 'C', 'D']) {
    console.log(letter);
    yield;
  }
}

function* numbers() {
  for (const number of [1, 2]) {
    console.log(number);
    yield;
  }
}

function run(...generators: Generator[]) {
  const ready = [...generators];
  while (ready.length > 0) {
    const generator = ready.shift()!;
    if (!generator.next().done) ready.push(generator);
  }
}

run(letters(), numbers());

export {};
