// How the syntax of Python is written here, in each of the three styles. A test puts each cell into a program, checks its
// types, and runs it to compare what it prints with what CPython prints for the Python cell.
//
// A construct has its `id`, its `title` and `note` in English and Chinese, and the cells `python`, `wrapped`, `generator` and
// `compiled`; `all` stands for the three. Cells are what stands in the body of a coroutine; with `place: 'module'` they are
// a module that has a coroutine function `main`. `given` is what a cell needs to know, in Python and TypeScript: it isn't
// shown. With `prints: false` the cells only have their types checked.

/** A piece of code, without the indentation that it has in this file. */
function source(strings, ...values) {
  const text = String.raw({ raw: strings }, ...values);
  const lines = text.split('\n').slice(1, -1);
  const indent = Math.min(...lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/)));
  return lines.map((line) => line.slice(indent)).join('\n');
}

const GREET = {
  python: source`
    async def greet(name):
        await asyncio.sleep(0.1)
        return 'hello ' + name
  `,
  typescript: source`
    const greet = asyncio.coroutine(function* (name: string) {
      yield* asyncio.sleep(0.1);
      return 'hello ' + name;
    });
  `,
};

const FAIL = {
  python: source`
    async def fail(text):
        await asyncio.sleep(0)
        raise ValueError(text)
  `,
  typescript: source`
    const fail = asyncio.coroutine(function* (text: string) {
      yield* asyncio.sleep(0);
      throw new asyncio.ValueError(text);
    });
  `,
};

const COUNTDOWN = {
  python: source`
    async def countdown(n):
        while n > 0:
            await asyncio.sleep(0.1)
            yield n
            n -= 1
  `,
  typescript: source`
    const countdown = asyncio.asyncgen(function* (n: number) {
      for (; n > 0; n -= 1) {
        yield* asyncio.sleep(0.1);
        yield* asyncio.yield_(n);
      }
    });
  `,
};

const CONSTRUCTS_AS_WRITTEN = [
  {
    id: 'async-def',
    title: '`async def`',
    title_zh: '`async def`',
    note: 'A call makes a coroutine object and runs nothing yet, as in Python. A plain `async` function that nobody has wrapped or compiled starts at the call.',
    note_zh:
      '与 Python 一样，调用只是创建协程对象，函数体还没有运行。没有包装也没有编译过的普通 `async` 函数则会在调用时立即开始运行。',
    place: 'module',
    python: source`
      async def greet(name):
          await asyncio.sleep(0.1)
          return f'hello {name}'

      async def main():
          print(await greet('Ada'))
    `,
    wrapped: source`
      const greet = asyncio.coroutine(async (name: string) => {
        await asyncio.sleep(0.1);
        return \`hello \${name}\`;
      });

      const main = asyncio.coroutine(async () => {
        console.log(await greet('Ada'));
      });
    `,
    generator: source`
      const greet = asyncio.coroutine(function* (name: string) {
        yield* asyncio.sleep(0.1);
        return \`hello \${name}\`;
      });

      const main = asyncio.coroutine(function* () {
        console.log(yield* greet('Ada'));
      });
    `,
    compiled: source`
      async function greet(name: string) {
        await asyncio.sleep(0.1);
        return \`hello \${name}\`;
      }

      async function main() {
        console.log(await greet('Ada'));
      }
    `,
  },
  {
    id: 'main',
    title: "`if __name__ == '__main__'`",
    title_zh: "`if __name__ == '__main__'`",
    note: 'A module runs its program at its end. `asyncio.run` gives a promise, since JavaScript can not wait without stopping its thread: don’t forget the `await`.',
    note_zh:
      '在模块末尾启动程序即可。JavaScript 无法在不阻塞线程的情况下等待，因此 `asyncio.run` 返回一个 promise，别忘了写 `await`。',
    place: 'module',
    python: source`
      async def main():
          print('running')

      if __name__ == '__main__':
          asyncio.run(main())
    `,
    wrapped: source`
      const main = asyncio.coroutine(async () => {
        console.log('running');
      });

      await asyncio.run(main());
    `,
    generator: source`
      const main = asyncio.coroutine(function* () {
        console.log('running');
      });

      await asyncio.run(main());
    `,
    compiled: source`
      async function main() {
        console.log('running');
      }

      await asyncio.run(main());
    `,
  },
  {
    id: 'await',
    title: '`await`',
    title_zh: '`await`',
    note: 'In generator style `yield*` is `await`. The awaited coroutine runs in the same task.',
    note_zh: '在生成器式写法里，`yield*` 就是 `await`。被等待的协程在同一个任务中运行。',
    given: GREET,
    python: source`
      text = await greet('Ada')
      print(text)
    `,
    wrapped: source`
      const text = await greet('Ada');
      console.log(text);
    `,
    generator: source`
      const text = yield* greet('Ada');
      console.log(text);
    `,
    compiled: source`
      const text = await greet('Ada');
      console.log(text);
    `,
  },
  {
    id: 'await-promise',
    title: '`await` of a promise',
    title_zh: '等待宿主环境的 promise',
    note: 'What the host gives is a promise, which knows no cancellation. Wrapped or in `await_`, the wait for it can be cancelled at once; compiled code wraps by itself.',
    note_zh:
      '宿主环境返回的是 promise，它本身不支持取消。经 `wrap_future` 或 `await_` 包装之后，对它的等待就能立即取消；编译后的代码会自动包装。',
    given: {
      python: source`
        async def load():
            return 'loaded'
      `,
      typescript: source`
        const load = () => Promise.resolve('loaded');
      `,
    },
    python: source`
      print(await load())
    `,
    wrapped: source`
      console.log(await asyncio.wrap_future(load()));
    `,
    generator: source`
      console.log(yield* asyncio.await_(load()));
    `,
    compiled: source`
      console.log(await load());
    `,
  },
  {
    id: 'recursion',
    title: 'A coroutine that calls itself',
    title_zh: '递归调用自身的协程',
    note: 'TypeScript wants the type of the result written down; in generator style that is `asyncio.Gen`.',
    note_zh: 'TypeScript 要求写明返回值的类型；生成器式写法用 `asyncio.Gen`。',
    place: 'module',
    python: source`
      async def total(n):
          return 0 if n == 0 else n + await total(n - 1)

      async def main():
          print(await total(4))
    `,
    wrapped: source`
      const total = asyncio.coroutine(async (n: number): Promise<number> => {
        return n === 0 ? 0 : n + (await total(n - 1));
      });

      const main = asyncio.coroutine(async () => {
        console.log(await total(4));
      });
    `,
    generator: source`
      const total = asyncio.coroutine(function* (n: number): asyncio.Gen<number> {
        return n === 0 ? 0 : n + (yield* total(n - 1));
      });

      const main = asyncio.coroutine(function* () {
        console.log(yield* total(4));
      });
    `,
    compiled: source`
      async function total(n: number): Promise<number> {
        return n === 0 ? 0 : n + (await total(n - 1));
      }

      async function main() {
        console.log(await total(4));
      }
    `,
  },
  {
    id: 'method',
    title: 'A method with `async def`',
    title_zh: '用 `async def` 定义的方法',
    note: 'Wrapped, a method is a field that holds a coroutine function, or a method below the decorator `@asyncio.coroutine`.',
    note_zh: '在包装式写法里，方法写成保存协程函数的字段，或者写成带 `@asyncio.coroutine` 装饰器的方法。',
    place: 'module',
    python: source`
      class Greeter:
          def __init__(self, word):
              self.word = word

          async def greet(self, name):
              await asyncio.sleep(0)
              return self.word + ' ' + name

      async def main():
          print(await Greeter('hello').greet('Ada'))
    `,
    wrapped: source`
      class Greeter {
        constructor(readonly word: string) {}

        readonly greet = asyncio.coroutine(async (name: string) => {
          await asyncio.sleep(0);
          return this.word + ' ' + name;
        });
      }

      const main = asyncio.coroutine(async () => {
        console.log(await new Greeter('hello').greet('Ada'));
      });
    `,
    generator: source`
      class Greeter {
        constructor(readonly word: string) {}

        readonly greet = asyncio.coroutine(function* (this: Greeter, name: string) {
          yield* asyncio.sleep(0);
          return this.word + ' ' + name;
        });
      }

      const main = asyncio.coroutine(function* () {
        console.log(yield* new Greeter('hello').greet('Ada'));
      });
    `,
    compiled: source`
      class Greeter {
        constructor(readonly word: string) {}

        async greet(name: string) {
          await asyncio.sleep(0);
          return this.word + ' ' + name;
        }
      }

      async function main() {
        console.log(await new Greeter('hello').greet('Ada'));
      }
    `,
  },
  {
    id: 'keyword-arguments',
    title: 'Keyword arguments in a call',
    title_zh: '调用时的关键字参数',
    note: 'They go into one object at the end, under Python’s names. An unknown name is a `TypeError`, as in Python.',
    note_zh: '关键字参数放进末尾的一个对象里，名称与 Python 相同。未知的名称会引发 `TypeError`，与 Python 一致。',
    given: GREET,
    python: source`
      task = asyncio.create_task(greet('Ada'), name='greeting')
      await task
      print(task.get_name())
    `,
    wrapped: source`
      const task = asyncio.create_task(greet('Ada'), { name: 'greeting' });
      await task;
      console.log(task.get_name());
    `,
    generator: source`
      const task = asyncio.create_task(greet('Ada'), { name: 'greeting' });
      yield* task;
      console.log(task.get_name());
    `,
    compiled: source`
      const task = asyncio.create_task(greet('Ada'), { name: 'greeting' });
      await task;
      console.log(task.get_name());
    `,
  },
  {
    id: 'keyword-parameters',
    title: 'Keyword parameters of a function',
    title_zh: '函数的仅限关键字参数',
    note: 'Take one object apart at the end. Defaults stand where they stand in Python.',
    note_zh: '在参数表末尾用解构接收一个对象，默认值的写法与 Python 对应。',
    python: source`
      def describe(name, *, greeting='hello', mark=None):
          return greeting + ' ' + name + (mark or '.')

      print(describe('Ada', mark='!'))
    `,
    all: source`
      function describe(
        name: string,
        { greeting = 'hello', mark = null }: { greeting?: string; mark?: string | null } = {},
      ) {
        return greeting + ' ' + name + (mark ?? '.');
      }

      console.log(describe('Ada', { mark: '!' }));
    `,
  },
  {
    id: 'variadic',
    title: '`*args`',
    title_zh: '`*args`',
    note: 'Three dots, in the call as well.',
    note_zh: '用三个点表示，调用处也一样。',
    python: source`
      def largest(first, *others):
          return max(first, *others)

      numbers = [3, 7, 5]
      print(largest(*numbers))
    `,
    all: source`
      function largest(first: number, ...others: number[]) {
        return Math.max(first, ...others);
      }

      const numbers = [3, 7, 5] as const;
      console.log(largest(...numbers));
    `,
  },
  {
    id: 'none',
    title: '`None`',
    title_zh: '`None`',
    note: 'The library gives `null`, and takes `undefined` wherever it takes `null`.',
    note_zh: '库返回的总是 `null`；凡是接受 `null` 的地方也接受 `undefined`。',
    python: source`
      future = asyncio.get_running_loop().create_future()
      future.set_result(None)
      if future.result() is None:
          print('no value')
    `,
    all: source`
      const future = asyncio.get_running_loop().create_future<string | null>();
      future.set_result(null);
      if (future.result() === null) {
        console.log('no value');
      }
    `,
  },
  {
    id: 'seconds',
    title: 'Units of time',
    title_zh: '时间单位',
    note: 'Seconds, as in Python. Not the milliseconds of `setTimeout`.',
    note_zh: '与 Python 一样以秒为单位，而不是 `setTimeout` 的毫秒。',
    python: source`
      loop = asyncio.get_running_loop()
      started = loop.time()
      await asyncio.sleep(0.5)
      print(loop.time() - started)
    `,
    wrapped: source`
      const loop = asyncio.get_running_loop();
      const started = loop.time();
      await asyncio.sleep(0.5);
      console.log(loop.time() - started);
    `,
    generator: source`
      const loop = asyncio.get_running_loop();
      const started = loop.time();
      yield* asyncio.sleep(0.5);
      console.log(loop.time() - started);
    `,
    compiled: source`
      const loop = asyncio.get_running_loop();
      const started = loop.time();
      await asyncio.sleep(0.5);
      console.log(loop.time() - started);
    `,
  },
  {
    id: 'gather',
    title: 'Several at once',
    title_zh: '同时等待多个协程',
    note: 'A list or a tuple is an array. `Promise.all` of coroutines is refused, since a task runs one thing at a time.',
    note_zh: '列表和元组都对应数组。一个任务同一时刻只运行一件事，因此对协程使用 `Promise.all` 会报错。',
    given: GREET,
    python: source`
      ada, grace = await asyncio.gather(greet('Ada'), greet('Grace'))
      print(ada, grace)
    `,
    wrapped: source`
      const [ada, grace] = await asyncio.gather(greet('Ada'), greet('Grace'));
      console.log(ada, grace);
    `,
    generator: source`
      const [ada, grace] = yield* asyncio.gather(greet('Ada'), greet('Grace'));
      console.log(ada, grace);
    `,
    compiled: source`
      const [ada, grace] = await asyncio.gather(greet('Ada'), greet('Grace'));
      console.log(ada, grace);
    `,
  },
  {
    id: 'sets',
    title: 'Sets, tuples, `len`',
    title_zh: '集合、元组与 `len`',
    note: 'A set is a `Set`, which keeps the order of insertion; `len` is its `size`, of an array its `length`.',
    note_zh: '集合对应 `Set`，并保持插入顺序；`len` 对应它的 `size`，数组则是 `length`。',
    given: GREET,
    python: source`
      tasks = [asyncio.create_task(greet(name)) for name in ['Ada', 'Grace']]
      done, pending = await asyncio.wait(tasks)
      print(len(done), len(pending), len(tasks))
    `,
    wrapped: source`
      const tasks = ['Ada', 'Grace'].map((name) => asyncio.create_task(greet(name)));
      const [done, pending] = await asyncio.wait(tasks);
      console.log(done.size, pending.size, tasks.length);
    `,
    generator: source`
      const tasks = ['Ada', 'Grace'].map((name) => asyncio.create_task(greet(name)));
      const [done, pending] = yield* asyncio.wait(tasks);
      console.log(done.size, pending.size, tasks.length);
    `,
    compiled: source`
      const tasks = ['Ada', 'Grace'].map((name) => asyncio.create_task(greet(name)));
      const [done, pending] = await asyncio.wait(tasks);
      console.log(done.size, pending.size, tasks.length);
    `,
  },
  {
    id: 'async-with',
    title: '`async with`',
    title_zh: '`async with`',
    note: 'Compiled code has `await using`, which lasts to the end of the block. Elsewhere it is a function that takes the body.',
    note_zh: '编译式写法用 `await using`，作用到代码块结束为止；其他写法则是把主体作为函数传入。',
    python: source`
      lock = asyncio.Lock()
      async with lock:
          print('held', lock.locked())
      print('free', lock.locked())
    `,
    // Python prints True, JavaScript true.
    differs: { True: 'true', False: 'false' },
    wrapped: source`
      const lock = new asyncio.Lock();
      await asyncio.async_with(lock, async () => {
        console.log('held', lock.locked());
      });
      console.log('free', lock.locked());
    `,
    generator: source`
      const lock = new asyncio.Lock();
      yield* asyncio.async_with(lock, function* () {
        console.log('held', lock.locked());
      });
      console.log('free', lock.locked());
    `,
    compiled: source`
      const lock = new asyncio.Lock();
      {
        await using _ = lock;
        console.log('held', lock.locked());
      }
      console.log('free', lock.locked());
    `,
  },
  {
    id: 'async-with-as',
    title: '`async with … as …`',
    title_zh: '`async with … as …`',
    note: 'What `__aenter__` gives is the parameter of the body, or the variable of `await using`. The errors of a group come together, in every style.',
    note_zh:
      '`__aenter__` 返回的值就是主体函数的参数，或 `await using` 声明的变量。无论哪种写法，任务组都会汇总所有错误。',
    given: GREET,
    python: source`
      async with asyncio.TaskGroup() as group:
          ada = group.create_task(greet('Ada'))
          grace = group.create_task(greet('Grace'))
      print(ada.result(), grace.result())
    `,
    wrapped: source`
      const tasks: asyncio.Task<string>[] = [];
      await asyncio.async_with(new asyncio.TaskGroup(), async (group) => {
        tasks.push(group.create_task(greet('Ada')));
        tasks.push(group.create_task(greet('Grace')));
      });
      console.log(...tasks.map((task) => task.result()));
    `,
    generator: source`
      const tasks: asyncio.Task<string>[] = [];
      yield* asyncio.async_with(new asyncio.TaskGroup(), function* (group) {
        tasks.push(group.create_task(greet('Ada')));
        tasks.push(group.create_task(greet('Grace')));
      });
      console.log(...tasks.map((task) => task.result()));
    `,
    compiled: source`
      const tasks: asyncio.Task<string>[] = [];
      {
        await using group = new asyncio.TaskGroup();
        tasks.push(group.create_task(greet('Ada')));
        tasks.push(group.create_task(greet('Grace')));
      }
      console.log(...tasks.map((task) => task.result()));
    `,
  },
  {
    id: 'async-with-several',
    title: '`async with a, b`',
    title_zh: '`async with a, b`',
    note: 'An array of managers, entered from left to right and left in the reverse order.',
    note_zh: '传入一个管理器数组：从左到右进入，按相反顺序退出。',
    python: source`
      lock, slots = asyncio.Lock(), asyncio.Semaphore(1)
      async with lock, slots:
          print('both')
    `,
    wrapped: source`
      const [lock, slots] = [new asyncio.Lock(), new asyncio.Semaphore(1)];
      await asyncio.async_with([lock, slots], async () => {
        console.log('both');
      });
    `,
    generator: source`
      const [lock, slots] = [new asyncio.Lock(), new asyncio.Semaphore(1)];
      yield* asyncio.async_with([lock, slots], function* () {
        console.log('both');
      });
    `,
    compiled: source`
      const [lock, slots] = [new asyncio.Lock(), new asyncio.Semaphore(1)];
      await using _lock = lock;
      await using _slots = slots;
      console.log('both');
    `,
  },
  {
    id: 'timeout',
    title: 'A time limit',
    title_zh: '限时',
    note: '`asyncio.timeout` is a manager like any other. What raises `TimeoutError` is the end of the block.',
    note_zh: '`asyncio.timeout` 与其他上下文管理器用法相同；`TimeoutError` 在代码块结束处抛出。',
    python: source`
      try:
          async with asyncio.timeout(0.1):
              await asyncio.sleep(10)
      except TimeoutError:
          print('too late')
    `,
    wrapped: source`
      try {
        await asyncio.async_with(asyncio.timeout(0.1), async () => {
          await asyncio.sleep(10);
        });
      } catch (error) {
        if (!(error instanceof asyncio.TimeoutError)) throw error;
        console.log('too late');
      }
    `,
    generator: source`
      try {
        yield* asyncio.async_with(asyncio.timeout(0.1), function* () {
          yield* asyncio.sleep(10);
        });
      } catch (error) {
        if (!(error instanceof asyncio.TimeoutError)) throw error;
        console.log('too late');
      }
    `,
    compiled: source`
      try {
        await using _ = asyncio.timeout(0.1);
        await asyncio.sleep(10);
      } catch (error) {
        if (!(error instanceof asyncio.TimeoutError)) throw error;
        console.log('too late');
      }
    `,
  },
  {
    id: 'manager',
    title: 'A context manager of your own',
    title_zh: '自己的上下文管理器',
    note: 'A class with Python’s two methods. `__aexit__` sees the exception; what it returns says whether that is suppressed.',
    note_zh: '带有 Python 那两个方法的类。`__aexit__` 能看到异常，它的返回值表示是否抑制该异常。',
    place: 'module',
    python: source`
      class Connection:
          async def __aenter__(self):
              print('open')
              return self

          async def __aexit__(self, exc_type, exc, tb):
              print('close')
              return False

      async def main():
          async with Connection():
              print('use')
    `,
    wrapped: source`
      class Connection {
        readonly __aenter__ = asyncio.coroutine(async (): Promise<Connection> => {
          console.log('open');
          return this;
        });

        readonly __aexit__ = asyncio.coroutine(async () => {
          console.log('close');
          return false;
        });
      }

      const main = asyncio.coroutine(async () => {
        await asyncio.async_with(new Connection(), async () => {
          console.log('use');
        });
      });
    `,
    generator: source`
      class Connection {
        readonly __aenter__ = asyncio.coroutine(function* (this: Connection) {
          console.log('open');
          return this;
        });

        readonly __aexit__ = asyncio.coroutine(function* () {
          console.log('close');
          return false;
        });
      }

      const main = asyncio.coroutine(function* () {
        yield* asyncio.async_with(new Connection(), function* () {
          console.log('use');
        });
      });
    `,
    compiled: source`
      class Connection {
        async __aenter__() {
          console.log('open');
          return this;
        }

        async __aexit__() {
          console.log('close');
          return false;
        }
      }

      async function main() {
        await asyncio.async_with(new Connection(), async () => {
          console.log('use');
        });
      }
    `,
  },
  {
    id: 'with',
    title: '`with`',
    title_zh: '`with`',
    note: 'JavaScript’s `using` leaves a synchronous manager at the end of the block.',
    note_zh: 'JavaScript 的 `using` 会在代码块结束时退出同步上下文管理器。',
    given: {
      python: source`
        user = contextvars.ContextVar('user', default='nobody')
      `,
      typescript: source`
        const user = new asyncio.contextvars.ContextVar<string>('user', { default: 'nobody' });
      `,
    },
    python: source`
      with user.set('Ada'):
          print(user.get())
      print(user.get())
    `,
    all: source`
      {
        using _ = user.set('Ada');
        console.log(user.get());
      }
      console.log(user.get());
    `,
  },
  {
    id: 'async-for',
    title: '`async for`',
    title_zh: '`async for`',
    note: 'In generator style the body is a function; `return asyncio.BREAK` is its `break`, and a plain `return` its `continue`.',
    note_zh: '生成器式写法把循环体写成函数：`return asyncio.BREAK` 相当于 `break`，单独的 `return` 相当于 `continue`。',
    given: COUNTDOWN,
    python: source`
      async for n in countdown(3):
          if n == 1:
              break
          print(n)
    `,
    wrapped: source`
      for await (const n of countdown(3)) {
        if (n === 1) break;
        console.log(n);
      }
    `,
    generator: source`
      yield* asyncio.async_for(countdown(3), function* (n) {
        if (n === 1) return asyncio.BREAK;
        console.log(n);
        return null;
      });
    `,
    compiled: source`
      for await (const n of countdown(3)) {
        if (n === 1) break;
        console.log(n);
      }
    `,
  },
  {
    id: 'async-generator',
    title: 'Asynchronous generators',
    title_zh: '异步生成器',
    note: 'In generator style `yield*` is `await`, so a value is yielded by `yield* asyncio.yield_(value)`.',
    note_zh: '生成器式写法里 `yield*` 已经表示 `await`，因此用 `yield* asyncio.yield_(value)` 产出一个值。',
    place: 'module',
    python: source`
      async def countdown(n):
          while n > 0:
              await asyncio.sleep(0.1)
              yield n
              n -= 1

      async def main():
          async for n in countdown(2):
              print(n)
    `,
    wrapped: source`
      const countdown = asyncio.asyncgen(async function* (n: number) {
        for (; n > 0; n -= 1) {
          await asyncio.sleep(0.1);
          yield n;
        }
      });

      const main = asyncio.coroutine(async () => {
        for await (const n of countdown(2)) console.log(n);
      });
    `,
    generator: source`
      const countdown = asyncio.asyncgen(function* (n: number) {
        for (; n > 0; n -= 1) {
          yield* asyncio.sleep(0.1);
          yield* asyncio.yield_(n);
        }
      });

      const main = asyncio.coroutine(function* () {
        yield* asyncio.async_for(countdown(2), function* (n) {
          console.log(n);
        });
      });
    `,
    compiled: source`
      async function* countdown(n: number) {
        for (; n > 0; n -= 1) {
          await asyncio.sleep(0.1);
          yield n;
        }
      }

      async function main() {
        for await (const n of countdown(2)) console.log(n);
      }
    `,
  },
  {
    id: 'anext',
    title: '`anext`, `aclose`',
    title_zh: '`anext` 与 `aclose`',
    note: 'Python’s functions and methods of asynchronous generators are there. Leaving `for await` early leaves one of ours suspended, as in Python, until `aclose()`.',
    note_zh:
      'Python 异步生成器的函数和方法都有。提前离开 `for await` 时，本库的异步生成器与 Python 一样保持挂起，直到调用 `aclose()`。',
    given: COUNTDOWN,
    python: source`
      numbers = countdown(3)
      print(await anext(numbers))
      await numbers.aclose()
      print(await anext(numbers, 'nothing left'))
    `,
    wrapped: source`
      const numbers = countdown(3);
      console.log(await asyncio.anext(numbers));
      await numbers.aclose();
      console.log(await asyncio.anext(numbers, 'nothing left'));
    `,
    generator: source`
      const numbers = countdown(3);
      console.log(yield* asyncio.anext(numbers));
      yield* numbers.aclose();
      console.log(yield* asyncio.anext(numbers, 'nothing left'));
    `,
    compiled: source`
      const numbers = countdown(3);
      console.log(await asyncio.anext(numbers));
      await numbers.aclose();
      console.log(await asyncio.anext(numbers, 'nothing left'));
    `,
  },
  {
    id: 'generator',
    title: 'Generators: `yield`',
    title_zh: '普通生成器：`yield`',
    note: 'A generator that isn’t a coroutine is a `function*` of JavaScript, and nothing else is needed.',
    note_zh: '不是协程的普通生成器直接写成 JavaScript 的 `function*`，不需要其他东西。',
    python: source`
      def squares(n):
          for i in range(n):
              yield i * i

      for square in squares(3):
          print(square)
    `,
    all: source`
      function* squares(n: number) {
        for (let i = 0; i < n; i += 1) yield i * i;
      }

      for (const square of squares(3)) console.log(square);
    `,
  },
  {
    id: 'comprehension',
    title: 'Comprehensions',
    title_zh: '推导式',
    note: '`filter` and `map` of an array; a `Set` or a `Map` of the result for the others.',
    note_zh: '用数组的 `filter` 和 `map`；集合与字典推导式再用 `Set` 或 `Map` 包一层。',
    python: source`
      numbers = [1, 2, 3]
      squares = [n * n for n in numbers if n > 1]
      parities = {n % 2 for n in numbers}
      by_number = {n: n * n for n in numbers}
      print(squares[0], len(parities), by_number[3])
    `,
    all: source`
      const numbers = [1, 2, 3];
      const squares = numbers.filter((n) => n > 1).map((n) => n * n);
      const parities = new Set(numbers.map((n) => n % 2));
      const by_number = new Map(numbers.map((n) => [n, n * n]));
      console.log(squares[0], parities.size, by_number.get(3));
    `,
  },
  {
    id: 'async-comprehension',
    title: 'Asynchronous comprehensions',
    title_zh: '异步推导式',
    note: 'JavaScript has none: write the loop.',
    note_zh: 'JavaScript 没有异步推导式，写成循环即可。',
    given: COUNTDOWN,
    python: source`
      odd = [n async for n in countdown(3) if n % 2 == 1]
      print(len(odd), odd[0])
    `,
    wrapped: source`
      const odd: number[] = [];
      for await (const n of countdown(3)) if (n % 2 === 1) odd.push(n);
      console.log(odd.length, odd[0]);
    `,
    generator: source`
      const odd: number[] = [];
      yield* asyncio.async_for(countdown(3), function* (n) {
        if (n % 2 === 1) odd.push(n);
      });
      console.log(odd.length, odd[0]);
    `,
    compiled: source`
      const odd: number[] = [];
      for await (const n of countdown(3)) if (n % 2 === 1) odd.push(n);
      console.log(odd.length, odd[0]);
    `,
  },
  {
    id: 'except',
    title: '`except ValueError`',
    title_zh: '`except ValueError`',
    note: '`catch` has no filter: rethrow what isn’t meant. All of Python’s exceptions are names of `asyncio`.',
    note_zh: '`catch` 不能按类型筛选，不属于自己的错误要重新抛出。Python 的异常类都可以从 `asyncio` 取得。',
    given: FAIL,
    python: source`
      try:
          await fail('no')
      except ValueError as error:
          print('wrong:', error)
    `,
    wrapped: source`
      try {
        await fail('no');
      } catch (error) {
        if (!(error instanceof asyncio.ValueError)) throw error;
        console.log('wrong:', error.message);
      }
    `,
    generator: source`
      try {
        yield* fail('no');
      } catch (error) {
        if (!(error instanceof asyncio.ValueError)) throw error;
        console.log('wrong:', error.message);
      }
    `,
    compiled: source`
      try {
        await fail('no');
      } catch (error) {
        if (!(error instanceof asyncio.ValueError)) throw error;
        console.log('wrong:', error.message);
      }
    `,
  },
  {
    id: 'except-several',
    title: '`except (KeyError, ValueError)`, several `except`',
    title_zh: '`except (KeyError, ValueError)` 与多个 `except`',
    note: 'One `catch` with a chain of questions, in Python’s order.',
    note_zh: '写成一个 `catch`，在其中按 Python 的顺序逐一判断。',
    given: FAIL,
    python: source`
      try:
          await fail('no')
      except OSError:
          print('system')
      except (KeyError, ValueError):
          print('value')
    `,
    wrapped: source`
      try {
        await fail('no');
      } catch (error) {
        if (error instanceof asyncio.OSError) console.log('system');
        else if (error instanceof asyncio.KeyError || error instanceof asyncio.ValueError) console.log('value');
        else throw error;
      }
    `,
    generator: source`
      try {
        yield* fail('no');
      } catch (error) {
        if (error instanceof asyncio.OSError) console.log('system');
        else if (error instanceof asyncio.KeyError || error instanceof asyncio.ValueError) console.log('value');
        else throw error;
      }
    `,
    compiled: source`
      try {
        await fail('no');
      } catch (error) {
        if (error instanceof asyncio.OSError) console.log('system');
        else if (error instanceof asyncio.KeyError || error instanceof asyncio.ValueError) console.log('value');
        else throw error;
      }
    `,
  },
  {
    id: 'except-exception',
    title: '`except Exception`',
    title_zh: '`except Exception`',
    note: 'True of every error of JavaScript, and false of `CancelledError`: a bare `catch` would swallow cancellations.',
    note_zh: '对 JavaScript 的所有错误都成立，但不包括 `CancelledError`；不加判断的 `catch` 会吞掉取消请求。',
    python: source`
      try:
          raise TypeError('odd')
      except Exception as error:
          print(type(error).__name__)
    `,
    all: source`
      try {
        throw new TypeError('odd');
      } catch (error) {
        if (!(error instanceof asyncio.Exception)) throw error;
        console.log(error.name);
      }
    `,
  },
  {
    id: 'cancelled',
    title: '`except CancelledError`, `finally`',
    title_zh: '`except CancelledError` 与 `finally`',
    note: 'A cancellation is raised at the `await`, and has to go on. `finally` may wait, as in Python.',
    note_zh: '取消会在 `await` 处作为异常抛出，处理之后必须继续抛出。`finally` 里也可以等待，与 Python 一样。',
    place: 'module',
    python: source`
      async def work():
          try:
              await asyncio.sleep(10)
          except asyncio.CancelledError:
              print('cancelled')
              raise
          finally:
              await asyncio.sleep(0)
              print('cleaned up')

      async def main():
          task = asyncio.create_task(work())
          await asyncio.sleep(0)
          task.cancel()
          await asyncio.wait([task])
    `,
    wrapped: source`
      const work = asyncio.coroutine(async () => {
        try {
          await asyncio.sleep(10);
        } catch (error) {
          if (error instanceof asyncio.CancelledError) console.log('cancelled');
          throw error;
        } finally {
          await asyncio.sleep(0);
          console.log('cleaned up');
        }
      });

      const main = asyncio.coroutine(async () => {
        const task = asyncio.create_task(work());
        await asyncio.sleep(0);
        task.cancel();
        await asyncio.wait([task]);
      });
    `,
    generator: source`
      const work = asyncio.coroutine(function* () {
        try {
          yield* asyncio.sleep(10);
        } catch (error) {
          if (error instanceof asyncio.CancelledError) console.log('cancelled');
          throw error;
        } finally {
          yield* asyncio.sleep(0);
          console.log('cleaned up');
        }
      });

      const main = asyncio.coroutine(function* () {
        const task = asyncio.create_task(work());
        yield* asyncio.sleep(0);
        task.cancel();
        yield* asyncio.wait([task]);
      });
    `,
    compiled: source`
      async function work() {
        try {
          await asyncio.sleep(10);
        } catch (error) {
          if (error instanceof asyncio.CancelledError) console.log('cancelled');
          throw error;
        } finally {
          await asyncio.sleep(0);
          console.log('cleaned up');
        }
      }

      async function main() {
        const task = asyncio.create_task(work());
        await asyncio.sleep(0);
        task.cancel();
        await asyncio.wait([task]);
      }
    `,
  },
  {
    id: 'except-star',
    title: '`except*`',
    title_zh: '`except*`',
    note: 'Pairs of a class, or several, and what to do. What no pair takes is raised again.',
    note_zh: '传入若干个数组，每个由异常类（一个或多个）和处理函数组成；没有被任何一项处理的异常会重新抛出。',
    given: FAIL,
    python: source`
      try:
          async with asyncio.TaskGroup() as group:
              group.create_task(fail('one'))
              group.create_task(fail('two'))
      except* ValueError as eg:
          print(len(eg.exceptions), 'failed')
    `,
    wrapped: source`
      try {
        await asyncio.async_with(new asyncio.TaskGroup(), async (group) => {
          group.create_task(fail('one'));
          group.create_task(fail('two'));
        });
      } catch (error) {
        asyncio.except_star(error, [asyncio.ValueError, (eg) => console.log(eg.exceptions.length, 'failed')]);
      }
    `,
    generator: source`
      try {
        yield* asyncio.async_with(new asyncio.TaskGroup(), function* (group) {
          group.create_task(fail('one'));
          group.create_task(fail('two'));
        });
      } catch (error) {
        asyncio.except_star(error, [asyncio.ValueError, (eg) => console.log(eg.exceptions.length, 'failed')]);
      }
    `,
    compiled: source`
      try {
        await using group = new asyncio.TaskGroup();
        group.create_task(fail('one'));
        group.create_task(fail('two'));
      } catch (error) {
        asyncio.except_star(error, [asyncio.ValueError, (eg) => console.log(eg.exceptions.length, 'failed')]);
      }
    `,
  },
  {
    id: 'raise',
    title: '`raise`, `raise … from …`',
    title_zh: '`raise` 与 `raise … from …`',
    note: '`cause` is `__cause__`. For your own `throw` JavaScript keeps no `__context__`.',
    note_zh: '`cause` 即 `__cause__`。对于你自己的 `throw`，JavaScript 不会保留 `__context__`。',
    python: source`
      try:
          try:
              raise KeyError('id')
          except KeyError as error:
              raise ValueError('no id') from error
      except ValueError as error:
          print(repr(error), repr(error.__cause__))
    `,
    all: source`
      try {
        try {
          throw new asyncio.KeyError('id');
        } catch (error) {
          throw Object.assign(new asyncio.ValueError('no id'), { cause: error });
        }
      } catch (error) {
        if (!(error instanceof asyncio.ValueError)) throw error;
        console.log(asyncio.repr(error), asyncio.repr(error.__cause__));
      }
    `,
  },
  {
    id: 'repr',
    title: '`print`, `repr`, `str`',
    title_zh: '`print`、`repr` 与 `str`',
    note: '`asyncio.repr` and `asyncio.str` give Python’s texts. `console.log` prints futures, tasks, locks and queues by their repr, but strings within arrays in JavaScript’s way.',
    note_zh:
      '`asyncio.repr` 和 `asyncio.str` 给出 Python 的文本。`console.log` 会按 repr 打印 future、任务、锁和队列，但数组里的字符串仍按 JavaScript 的方式显示。',
    python: source`
      error = ValueError('no')
      print(repr(error), str(error), repr('text'), repr([1, None, True]))
    `,
    all: source`
      const error = new asyncio.ValueError('no');
      console.log(asyncio.repr(error), asyncio.str(error), asyncio.repr('text'), asyncio.repr([1, null, true]));
    `,
  },
  {
    id: 'callback',
    title: 'A method as a callback',
    title_zh: '把方法用作回调',
    note: 'Methods of JavaScript don’t remember their object: write a function around the call.',
    note_zh: 'JavaScript 的方法不会记住所属对象，要用一个函数把调用包起来。',
    python: source`
      loop = asyncio.get_running_loop()
      future = loop.create_future()
      loop.call_soon(future.set_result, 'done')
      print(await future)
    `,
    wrapped: source`
      const loop = asyncio.get_running_loop();
      const future = loop.create_future<string>();
      loop.call_soon(() => future.set_result('done'));
      console.log(await future);
    `,
    generator: source`
      const loop = asyncio.get_running_loop();
      const future = loop.create_future<string>();
      loop.call_soon(() => future.set_result('done'));
      console.log(yield* future);
    `,
    compiled: source`
      const loop = asyncio.get_running_loop();
      const future = loop.create_future<string>();
      loop.call_soon(() => future.set_result('done'));
      console.log(await future);
    `,
  },
  {
    id: 'partial',
    title: '`functools.partial`, `lambda`',
    title_zh: '`functools.partial` 与 `lambda`',
    note: 'An arrow function. Where a coroutine is taken, a function that makes one is taken as well.',
    note_zh: '写成箭头函数。凡是接受协程的地方，也接受创建协程的函数。',
    given: GREET,
    python: source`
      greet_ada = functools.partial(greet, 'Ada')
      print(await asyncio.wait_for(greet_ada(), 1))
    `,
    wrapped: source`
      const greet_ada = () => greet('Ada');
      console.log(await asyncio.wait_for(greet_ada, 1));
    `,
    generator: source`
      const greet_ada = () => greet('Ada');
      console.log(yield* asyncio.wait_for(greet_ada, 1));
    `,
    compiled: source`
      const greet_ada = () => greet('Ada');
      console.log(await asyncio.wait_for(greet_ada, 1));
    `,
  },
  {
    id: 'as-completed',
    title: '`async for` over `as_completed`',
    title_zh: '用 `async for` 遍历 `as_completed`',
    note: 'It gives the tasks, as in Python. TypeScript takes the values of `for await` for awaited already, so ask them for their `result()`.',
    note_zh: '与 Python 一样得到任务本身。TypeScript 认为 `for await` 的值已经等待过，因此用 `result()` 取结果。',
    given: GREET,
    python: source`
      tasks = [asyncio.create_task(greet(name)) for name in ['Ada', 'Grace']]
      async for task in asyncio.as_completed(tasks):
          print(task.result())
    `,
    wrapped: source`
      const tasks = ['Ada', 'Grace'].map((name) => asyncio.create_task(greet(name)));
      for await (const task of asyncio.as_completed(tasks)) console.log(task.result());
    `,
    generator: source`
      const tasks = ['Ada', 'Grace'].map((name) => asyncio.create_task(greet(name)));
      yield* asyncio.async_for(asyncio.as_completed(tasks), function* (task) {
        console.log(task.result());
      });
    `,
    compiled: source`
      const tasks = ['Ada', 'Grace'].map((name) => asyncio.create_task(greet(name)));
      for await (const task of asyncio.as_completed(tasks)) console.log(task.result());
    `,
  },
  {
    id: 'contextvars',
    title: 'Context variables',
    title_zh: '上下文变量',
    note: 'A task runs in a copy of the context in which it was made, in every style and on every host.',
    note_zh: '无论哪种写法、哪个宿主环境，任务都在创建时上下文的副本中运行。',
    place: 'module',
    python: source`
      user = contextvars.ContextVar('user', default='nobody')

      async def work():
          user.set('Ada')
          return user.get()

      async def main():
          print(await asyncio.create_task(work()), user.get())
    `,
    wrapped: source`
      const user = new asyncio.contextvars.ContextVar<string>('user', { default: 'nobody' });

      const work = asyncio.coroutine(async () => {
        user.set('Ada');
        return user.get();
      });

      const main = asyncio.coroutine(async () => {
        console.log(await asyncio.create_task(work()), user.get());
      });
    `,
    generator: source`
      const user = new asyncio.contextvars.ContextVar<string>('user', { default: 'nobody' });

      const work = asyncio.coroutine(function* () {
        user.set('Ada');
        return user.get();
      });

      const main = asyncio.coroutine(function* () {
        console.log(yield* asyncio.create_task(work()), user.get());
      });
    `,
    compiled: source`
      const user = new asyncio.contextvars.ContextVar<string>('user', { default: 'nobody' });

      async function work() {
        user.set('Ada');
        return user.get();
      }

      async function main() {
        console.log(await asyncio.create_task(work()), user.get());
      }
    `,
  },
  {
    id: 'to-thread',
    title: '`to_thread`',
    title_zh: '`to_thread`',
    note: 'Arguments and results are copied, since threads of JavaScript share no objects; the function must not reach for variables around it.',
    note_zh: 'JavaScript 的线程之间不共享对象，因此参数和结果都会被复制；函数也不能使用外部变量。',
    given: {
      python: source`
        def compute(n):
            return n * n
      `,
      typescript: source`
        const compute = (n: number) => n * n;
      `,
    },
    prints: false,
    python: source`
      print(await asyncio.to_thread(compute, 12))
    `,
    wrapped: source`
      console.log(await asyncio.to_thread(compute, 12));
    `,
    generator: source`
      console.log(yield* asyncio.to_thread(compute, 12));
    `,
    compiled: source`
      console.log(await asyncio.to_thread(compute, 12));
    `,
  },
  {
    id: 'run-until-complete',
    title: '`loop.run_until_complete`',
    title_zh: '`loop.run_until_complete`',
    note: 'What blocks in Python gives a promise. `run_until_complete_sync` does block, for programs that need nothing but their own tasks and timers.',
    note_zh:
      '在 Python 里阻塞的调用，在这里返回 promise。`run_until_complete_sync` 真的会阻塞，适用于只依赖自身任务和定时器的程序。',
    given: GREET,
    place: 'module',
    prints: false,
    python: source`
      loop = asyncio.new_event_loop()
      print(loop.run_until_complete(greet('Ada')))
      loop.close()
    `,
    all: source`
      const loop = asyncio.new_event_loop();
      console.log(await loop.run_until_complete(greet('Ada')));
      loop.close();
    `,
  },
];

/** The constructs, with a cell for each style. */
export const CONSTRUCTS = CONSTRUCTS_AS_WRITTEN.map(({ all, ...construct }) => ({
  ...(all === undefined ? {} : { wrapped: all, generator: all, compiled: all }),
  ...construct,
}));
