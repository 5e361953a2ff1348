// A task can be made by its class, with the keywords of create_task; wrong arguments are refused.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const loop = asyncio.get_running_loop();

  const work = asyncio.coroutine(async function work() {
    return asyncio.current_task()!.get_name();
  });

  const { Task } = asyncio;
  trace('named', await new Task(work(), { name: 'named' }));
  trace('given loop', await new Task(work(), { loop, name: 42 }));
  const context = asyncio.contextvars.copy_context();
  const task = new Task(work(), { context, name: null });
  trace('context', task.get_context() === context, task.get_name().startsWith('Task-'), (await task) !== null);
  type Loose = () => unknown;
  const attempts: Record<string, () => unknown> = {
    nothing: () => new (Task as unknown as new () => unknown)(),
    number: () => new Task(42 as never),
    function: () => new Task(work as never),
    future: () => new Task(loop.create_future() as never),
    keyword: () => new Task(work(), { unknown: 1 } as never),
    name: () => {
      const unnamed = new Task(work());
      return (unnamed.set_name as Loose).call(unnamed);
    },
    set_result: () => task.set_result('1'),
    set_exception: () => task.set_exception(new asyncio.ValueError()),
  };
  for (const [name, attempt] of Object.entries(attempts)) {
    try {
      attempt();
    } catch (error) {
      trace(name, asyncio.str(error).split(' <')[0]);
    }
  }
});
