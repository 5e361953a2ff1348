function* inner() {
  try {
    yield 'waiting';
  } catch (error) {
    return `inner caught: ${(error as Error).message}`;
  }
}
function* outer(): Generator<string, string | undefined> {
  return yield* inner();
}

const generator = outer();
generator.next(); // => { value: 'waiting', done: false }
generator.throw(new Error('stop!')); // => { value: 'inner caught: stop!', done: true }
