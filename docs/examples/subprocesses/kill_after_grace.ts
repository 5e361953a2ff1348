import * as asyncio from 'asyncio-ts';

const run = asyncio.coroutine(async (program: string, ...args: string[]) => {
  const child = await asyncio.create_subprocess_exec(program, ...args, { stdout: asyncio.subprocess.PIPE });
  try {
    return await child.communicate();
  } finally {
    if (child.returncode === null) {
      child.terminate();
      try {
        await asyncio.wait_for(child.wait(), 0.2);
      } catch {
        child.kill();
        await child.wait();
      }
    }
  }
});
const main = asyncio.coroutine(async () => {
  const task = asyncio.create_task(run('sh', '-c', 'trap "" TERM; exec sleep 60'));
  await asyncio.sleep(0.1);
  task.cancel();
  const [outcome] = await asyncio.gather(task, { return_exceptions: true });
  return outcome instanceof asyncio.CancelledError;
});
await asyncio.run(main()); // => true
