/** A generator can stop in the middle, give control away, and go on later. */
export {};

function* func1(other: Generator) {
  console.log('func1 starts');
  other.next(); // hands control to func2 ...
  console.log('func1 goes on');
  yield; // ... and here to whoever called next() on func1
  console.log('func1 ends');
}

function* func2() {
  console.log('  func2 starts');
  yield; // hands control back
  console.log('  func2 goes on');
  yield;
  console.log('  func2 ends');
}

const second = func2();
const first = func1(second);
first.next();
second.next();

// Somebody has to call next() for those that are not finished yet.
// An event loop is little more than this:
const ready = [first, second];
while (ready.length > 0) {
  const generator = ready.shift()!;
  if (!generator.next().done) ready.push(generator);
}
