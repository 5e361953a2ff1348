function* steps() {
  console.log('  one');
  yield 'paused after one';
  console.log('  two');
  yield 'paused after two';
  console.log('  three');
  return 'finished';
}

const generator = steps();
console.log('nothing has run yet');
console.log(generator.next().value);
console.log('something else happens');
console.log(generator.next().value);
console.log(generator.next().value);

export {};
