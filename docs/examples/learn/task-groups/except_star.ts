import * as asyncio from 'asyncio-ts';

const seen: string[] = [];
try {
  asyncio.except_star(new asyncio.ExceptionGroup('eg', [new asyncio.ValueError('a'), new asyncio.KeyError('b')]), [
    asyncio.ValueError,
    (errors) => seen.push(asyncio.repr(errors)),
  ]);
} catch (rest) {
  seen.push(asyncio.repr(rest));
}
seen; // => ["ExceptionGroup('eg', [ValueError('a')])", "ExceptionGroup('eg', [KeyError('b')])"]
