import * as asyncio from 'asyncio-ts';

const main = asyncio.coroutine(async () => {
  const options = { stdout: asyncio.subprocess.PIPE, cwd: '/', env: { NAME: 'Ada' } };
  const child = await asyncio.create_subprocess_shell('echo "$NAME in $PWD"', options);
  const [output] = await child.communicate();
  return new TextDecoder().decode(output);
});
await asyncio.run(main()); // => 'Ada in /\n'
