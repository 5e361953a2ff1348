import * as asyncio from 'asyncio-ts';

/** A library of the old kind: it calls back when the answer is there. */
function ask(question: string, callback: (answer: string) => void) {
  asyncio.get_running_loop().call_later(1, callback, `the answer to ${question}`);
}

const ask_async = asyncio.coroutine(async (question: string) => {
  const answer = asyncio.get_running_loop().create_future<string>();
  ask(question, (text) => answer.set_result(text));
  return await answer;
});

const main = asyncio.coroutine(async () => {
  console.log(await ask_async('life'));
});

await asyncio.run(main());
