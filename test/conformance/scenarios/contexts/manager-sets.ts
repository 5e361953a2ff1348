// What a manager sets as it is entered is seen by the body, and by the tasks that the body makes.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

class Setting {
  readonly variable: asyncio.contextvars.ContextVar<string>;
  readonly value: string;
  #token: asyncio.contextvars.Token<string> | null = null;

  constructor(variable: asyncio.contextvars.ContextVar<string>, value: string) {
    this.variable = variable;
    this.value = value;
  }

  @asyncio.coroutine
  async __aenter__(): Promise<void> {
    await asyncio.sleep(0.25);
    this.#token = this.variable.set(this.value);
  }

  @asyncio.coroutine
  async __aexit__(): Promise<void> {
    await asyncio.sleep(0.25);
    this.variable.reset(this.#token!);
  }
}

export const main = asyncio.coroutine(async (trace: Trace) => {
  const user = new asyncio.contextvars.ContextVar<string>('user', { default: 'nobody' });

  const greets = asyncio.coroutine(async (name: string) => {
    await asyncio.sleep(0.5);
    trace(name, user.get());
  });

  const request = asyncio.coroutine(async (name: string) => {
    const tasks: asyncio.Task<void>[] = [];
    await asyncio.async_with(new Setting(user, name), async () => {
      for (let i = 0; i < 2; i++) tasks.push(asyncio.create_task(greets(`${name} ${String(i)}`)));
      trace('body', user.get());
    });
    trace('outside', user.get());
    await asyncio.wait(tasks);
  });

  await asyncio.gather(request('Ada'), request('Bob'));
  trace('main', user.get());
});
