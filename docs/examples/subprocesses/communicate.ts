import * as asyncio from 'asyncio-ts';

const { PIPE } = asyncio.subprocess;

const main = asyncio.coroutine(async () => {
  const child = await asyncio.create_subprocess_exec('sort', '-r', { stdin: PIPE, stdout: PIPE });
  const [output] = await child.communicate(new TextEncoder().encode('a\nb\n'));
  return [new TextDecoder().decode(output), child.returncode];
});
await asyncio.run(main()); // => ['b\na\n', 0]
