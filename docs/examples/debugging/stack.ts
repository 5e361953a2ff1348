import * as asyncio from 'asyncio-ts';

const find = asyncio.coroutine(async function find(name: string) {
  await asyncio.sleep(0.01);
  throw new asyncio.KeyError(name);
});
const login = asyncio.coroutine(async function login(name: string) {
  await find(name);
});
const main = asyncio.coroutine(async function main() {
  await asyncio.gather(login('ada'), asyncio.sleep(1));
});

let stack = '';
try {
  await asyncio.run(main());
} catch (error) {
  stack = (error as Error).stack!;
}
console.log(stack);
stack.split('\n').slice(-2); // => ['    at async login', '    at async main']
