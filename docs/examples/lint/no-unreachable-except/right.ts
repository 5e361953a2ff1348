import * as asyncio from 'asyncio-ts';

function explain(error: unknown) {
  if (error instanceof asyncio.TimeoutError) return 'too late';
  if (error instanceof asyncio.OSError) return 'the system';
  return 'something else';
}

console.log(explain(new asyncio.TimeoutError()));
