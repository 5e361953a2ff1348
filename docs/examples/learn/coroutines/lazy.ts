import * as asyncio from 'asyncio-ts';

const seen: string[] = [];

async function native() {
  seen.push('native runs');
}
void native();
seen; // => ['native runs']

const lazy = asyncio.coroutine(async () => {
  seen.push('lazy runs');
});
const coroutine = lazy();
seen.length; // => 1

await asyncio.run(coroutine);
seen; // => ['native runs', 'lazy runs']
