let now = 0;

/** A generator, and when it wants to go on. */
interface Sleeper {
  readonly when: number;
  readonly generator: Generator<number>;
}

function* boil(name: string, seconds: number) {
  console.log(`${now} s: ${name} is on`);
  yield seconds;
  console.log(`${now} s: ${name} boils`);
}

function run(...generators: Generator<number>[]) {
  const sleeping: Sleeper[] = generators.map((generator) => ({ when: 0, generator }));
  while (sleeping.length > 0) {
    sleeping.sort((a, b) => a.when - b.when);
    const { when, generator } = sleeping.shift()!;
    now = when; // a real loop would wait here
    const { done, value } = generator.next();
    if (!done) sleeping.push({ when: now + value, generator });
  }
}

run(boil('tea', 3), boil('coffee', 2));

export {};
