import * as asyncio from 'asyncio-ts';

const slow: string[] = [];
let began = 0;
const trace = asyncio.debug.trace(
  {
    step_begins: ({ time }) => void (began = time),
    step_ends: ({ task, time }) => void (time - began > 0.1 && slow.push(`task ${task} took ${time - began} seconds`)),
  },
  { limit: 0 },
);
await asyncio.run(asyncio.sleep(0));
trace.stop();
slow; // => []
