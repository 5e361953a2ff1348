/** What is in the ready queue of CPython's loop at each turn of a program, as the pages show it in tables. */
import type { Oracle } from '../conformance/oracle';
import { textOf } from './programs';

/** The turns of a program until `main` is over: the time, and who is ready, `main` being the first task. */
export async function turnsOf(oracle: Oracle, file: string): Promise<string[]> {
  const lines = await oracle.trace(`
import asyncio, contextlib, io

def program(trace, new_loop):
    def name_of(handle):
        owner = getattr(handle._callback, '__self__', None)
        if isinstance(owner, asyncio.Task):
            return 'main' if owner is first else owner.get_name()
        return 'timer' if handle._callback is asyncio.futures._set_result_unless_cancelled else 'end'

    loop = new_loop()
    before = loop._process_events

    def seen(events):
        # Behind this the loop runs what is ready; timers that are due are among it.
        before(events)
        turns.append((loop.time(), [name_of(handle) for handle in loop._ready]))

    loop._process_events = seen
    turns = []
    mains = []
    asyncio.run = mains.append
    with contextlib.redirect_stdout(io.StringIO()):
        exec(compile(${JSON.stringify(textOf(file))}, 'program.py', 'exec'), {'__name__': '__main__'})
        first = loop.create_task(mains[0])
        loop.run_until_complete(first)
    loop.close()
    for time, ready in turns:
        trace(f'{time:.1f} | {", ".join(ready)}')
`);
  // Each line of a trace begins with the time; the last turn is that of the callback that ends \`run_until_complete\`.
  const texts = lines.map((line) => line.replace(/^\S+ /, ''));
  return texts.slice(
    0,
    texts.findIndex((text) => text.endsWith('| end')),
  );
}
