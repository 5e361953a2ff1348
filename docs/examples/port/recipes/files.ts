import * as asyncio from 'asyncio-ts';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const main = asyncio.coroutine(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'notes-')); // tempfile.mkdtemp
  try {
    const path = join(folder, 'a.txt'); // Path(folder) / 'a.txt'
    await asyncio.wrap_future(writeFile(path, 'one\ntwo\n'));
    const signal = asyncio.abort_signal();
    return await asyncio.wrap_future(readFile(path, { encoding: 'utf8', signal }));
  } finally {
    await rm(folder, { recursive: true }); // shutil.rmtree
  }
});

await asyncio.run(main()); // => 'one\ntwo\n'
