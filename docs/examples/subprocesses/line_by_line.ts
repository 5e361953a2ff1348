import * as asyncio from 'asyncio-ts';

const { PIPE } = asyncio.subprocess;
const read = asyncio.coroutine(async (name: string, stream: asyncio.StreamReader, lines: string[]) => {
  for await (const line of stream) lines.push(`${name}: ${new TextDecoder().decode(line).trimEnd()}`);
});
const main = asyncio.coroutine(async () => {
  const command = 'while read line; do echo "got $line"; done; echo done >&2';
  const child = await asyncio.create_subprocess_shell(command, { stdin: PIPE, stdout: PIPE, stderr: PIPE });
  const lines: string[] = [];
  await asyncio.async_with(new asyncio.TaskGroup(), async (group) => {
    group.create_task(read('output', child.stdout!, lines));
    group.create_task(read('errors', child.stderr!, lines));
    for (const word of ['one', 'two']) {
      child.stdin!.write(new TextEncoder().encode(`${word}\n`));
      await child.stdin!.drain();
    }
    child.stdin!.close();
  });
  return [...lines.sort(), await child.wait()];
});
await asyncio.run(main()); // => ['errors: done', 'output: got one', 'output: got two', 0]
