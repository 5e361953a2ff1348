import * as asyncio from 'asyncio-ts';
import { open } from 'node:fs/promises';
const { PIPE, STDOUT } = asyncio.subprocess;

const main = asyncio.coroutine(async () => {
  const both = await asyncio.create_subprocess_shell('echo output; echo error >&2', { stdout: PIPE, stderr: STDOUT });
  const [text] = await both.communicate();

  const file = await open('ca.pem');
  const grep = await asyncio.create_subprocess_exec('grep', '-c', '^-----', { stdin: file, stdout: PIPE });
  const [count] = await grep.communicate();
  await file.close();
  return [text, count].map((bytes) => new TextDecoder().decode(bytes));
});
await asyncio.run(main()); // => ['output\nerror\n', '2\n']
