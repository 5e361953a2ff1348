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
  for (const generator of generators) {
    while (!generator.next().done);
  }
}

run(letters(), numbers());

export {};
