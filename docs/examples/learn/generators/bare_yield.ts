import * as asyncio from 'asyncio-ts';

const work = asyncio.coroutine(function* () {
  yield; // a bare yield gives up one turn
  return 'finished';
});

const coroutine = work();
coroutine.send(null); // => null
try {
  coroutine.send(null);
} catch (stop) {
  if (!(stop instanceof asyncio.StopIteration)) throw stop;
  stop.value; // => 'finished'
}
