function* count(name: string, stop: number) {
  for (let number = 1; number <= stop; number++) {
    console.log(`${name} ${number}`);
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

run(count('left', 3), count('  right', 2));

export {};
