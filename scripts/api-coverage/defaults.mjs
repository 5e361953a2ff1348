/* eslint-disable require-yield -- bodies of coroutines, which need not wait */
// Whether defaults are Python's: leaving an argument out is the same as giving the default, and not the same as giving
// another value. Defaults that are None are seen in the types: `null` is accepted there.
import { makeIOProbes } from './io-defaults.mjs';

/**
 * The probes. `ask` calls with the given keywords and answers what can be seen of it; `given` holds Python's default, or
 * is null where Python has no way to write it, and `other` another value, or null where no value makes a difference here.
 */
function makeProbes(asyncio) {
  const { concurrent, contextvars, inspect } = asyncio;
  const { Parameter, Signature } = inspect;
  const host = new asyncio.VirtualHost();
  const run = (body) =>
    asyncio.run_sync(asyncio.coroutine(body), { loop_factory: () => new asyncio.BaseEventLoop({ host }) });
  const same = (value) => () => value;

  const queue = (Queue) => ({
    ask: (keywords) => new Queue(keywords).maxsize,
    given: { maxsize: 0 },
    other: { maxsize: 2 },
  });
  const semaphore = (Semaphore) => ({
    ask: (keywords) => asyncio.repr(new Semaphore(keywords)).replace(/0x\w+/, ''),
    given: { value: 1 },
    other: { value: 2 },
  });
  const shutdown = (Queue) => ({
    ask(keywords) {
      const full = new Queue();
      full.put_nowait(1);
      full.shutdown(keywords);
      return full.qsize();
    },
    given: { immediate: false },
    other: { immediate: true },
  });
  const woken = (keywords) =>
    run(function* () {
      const condition = new asyncio.Condition();
      const wait = asyncio.coroutine(function* () {
        yield* condition.acquire();
        try {
          yield* condition.wait();
        } finally {
          condition.release();
        }
      });
      const tasks = [1, 2, 3].map(() => asyncio.create_task(wait()));
      yield* asyncio.sleep(0);
      yield* condition.acquire();
      condition.notify(keywords);
      condition.release();
      yield* asyncio.sleep(1);
      const ended = tasks.filter((task) => task.done()).length;
      for (const task of tasks) task.cancel();
      return ended;
    });
  const startsAtOnce = (make) => (keywords) =>
    run(function* () {
      let began = false;
      const child = asyncio.coroutine(function* () {
        began = true;
      });
      const task = make(asyncio.get_running_loop(), child(), keywords);
      const isAtOnce = began;
      yield* task;
      return isAtOnce;
    });
  const graph = (countEntries) => ({
    ask: (keywords) =>
      run(function* () {
        return countEntries(keywords);
      }),
    given: { depth: 1 },
    other: { depth: 2 },
  });
  const countLines = (text) => text.trimEnd().split('\n').length;
  const countPrinted = (keywords) => {
    let text = '';
    asyncio.print_call_graph({ ...keywords, file: { write: (more) => (text += more) } });
    return countLines(text);
  };
  const parameter = new Parameter('p', Parameter.KEYWORD_ONLY, { default: 1, annotation: 'int' });
  const replaced = (other) => ({ ask: (keywords) => String(parameter.replace(keywords)), given: null, other });
  const annotated = (fn, annotation) => Object.assign(fn, { __annotations__: { x: annotation } });
  const original = (x) => x;
  const wrapper = Object.assign((...args) => original(...args), { __wrapped__: original });
  const quoted = new Signature([new Parameter('x', Parameter.POSITIONAL_OR_KEYWORD, { annotation: 'int' })]);
  const signatures = (signature) => ({
    follow_wrapped: {
      ask: (keywords) => String(signature(wrapper, keywords)),
      given: { follow_wrapped: true },
      other: { follow_wrapped: false },
    },
    eval_str: {
      ask: (keywords) =>
        attempt(() =>
          String(
            signature(
              annotated((x) => x, 'int'),
              keywords,
            ),
          ),
        ),
      given: { eval_str: false },
      other: { eval_str: true },
    },
    annotation_format: {
      ask: (keywords) =>
        String(
          signature(
            annotated((x) => x, asyncio.Lock),
            keywords,
          ),
        ),
      given: { annotation_format: 1 },
      other: { annotation_format: 4 },
    },
  });
  const ofFunction = signatures(inspect.signature);
  const ofClass = signatures((obj, keywords) => Signature.from_callable(obj, keywords));
  const failing = asyncio.coroutine(function* () {
    throw new asyncio.ValueError('failed');
  });
  const twoFutures = () => {
    const [one, two] = [new concurrent.Future(), new concurrent.Future()];
    one.set_result(1);
    return [one, two];
  };

  const threadName = async (url) => (await import(url)).concurrent.current_thread().name;
  const executors = (name) => {
    const Pool = concurrent[name];
    return {
      [`concurrent.futures.${name}(initargs)`]: {
        ask: async (keywords) => {
          const pool = new Pool({ max_workers: 1, initializer: keepArguments, ...keywords });
          const kept = await pool.submit(keptArguments).result();
          await pool.shutdown();
          return kept;
        },
        given: { initargs: [] },
        other: { initargs: [1] },
      },
      // Here each call goes alone.
      [`concurrent.futures.${name}.map(chunksize)`]: {
        ask: (keywords) => typeof new Pool(1).map(same(1), [], keywords).next,
        given: { chunksize: 1 },
        other: null,
      },
      [`concurrent.futures.${name}.shutdown(wait)`]: {
        ask: async (keywords) => {
          const pool = new Pool(1);
          const future = pool.submit(Date.now);
          await pool.shutdown(keywords);
          const isDone = future.done();
          await future.result();
          return isDone;
        },
        given: { wait: true },
        other: { wait: false },
      },
      [`concurrent.futures.${name}.shutdown(cancel_futures)`]: {
        ask: async (keywords) => {
          const pool = new Pool(1);
          const [, waiting] = [pool.submit(Date.now), pool.submit(Date.now)];
          await pool.shutdown(keywords);
          return waiting.cancelled();
        },
        given: { cancel_futures: false },
        other: { cancel_futures: true },
      },
    };
  };

  return {
    ...makeIOProbes(asyncio),
    'asyncio.BoundedSemaphore(value)': semaphore(asyncio.BoundedSemaphore),
    'asyncio.Condition.notify(n)': { ask: woken, given: { n: 1 }, other: { n: 2 } },
    'asyncio.LifoQueue(maxsize)': queue(asyncio.LifoQueue),
    'asyncio.LifoQueue.shutdown(immediate)': shutdown(asyncio.LifoQueue),
    'asyncio.PriorityQueue(maxsize)': queue(asyncio.PriorityQueue),
    'asyncio.PriorityQueue.shutdown(immediate)': shutdown(asyncio.PriorityQueue),
    'asyncio.Queue(maxsize)': queue(asyncio.Queue),
    'asyncio.Queue.shutdown(immediate)': shutdown(asyncio.Queue),
    'asyncio.Semaphore(value)': semaphore(asyncio.Semaphore),
    'asyncio.Task(eager_start)': {
      ask: startsAtOnce((loop, coro, keywords) => new asyncio.Task(coro, { loop, ...keywords })),
      given: { eager_start: false },
      other: { eager_start: true },
    },
    'asyncio.eager_task_factory(eager_start)': {
      ask: startsAtOnce((loop, coro, keywords) => asyncio.eager_task_factory(loop, coro, keywords)),
      given: { eager_start: true },
      other: { eager_start: false },
    },
    'asyncio.capture_call_graph(depth)': graph((keywords) => asyncio.capture_call_graph(keywords).call_stack.length),
    'asyncio.format_call_graph(depth)': graph((keywords) => countLines(asyncio.format_call_graph(keywords))),
    'asyncio.print_call_graph(depth)': graph(countPrinted),
    'asyncio.gather(return_exceptions)': {
      ask: (keywords) =>
        attempt(() =>
          run(function* () {
            return (yield* asyncio.gather(failing(), keywords)).length;
          }),
        ),
      given: { return_exceptions: false },
      other: { return_exceptions: true },
    },
    'asyncio.wait(return_when)': {
      ask: (keywords) =>
        run(function* () {
          const tasks = [1, 2].map((delay) => asyncio.create_task(asyncio.sleep(delay)));
          const [done] = yield* asyncio.wait(tasks, keywords);
          yield* asyncio.gather(...tasks);
          return done.size;
        }),
      given: { return_when: 'ALL_COMPLETED' },
      other: { return_when: 'FIRST_COMPLETED' },
    },
    'contextvars.ContextVar(default)': {
      ask: (keywords) => attempt(() => new contextvars.ContextVar('v', keywords).get()),
      given: null,
      other: { default: null },
    },
    'contextvars.ContextVar.get(default)': {
      ask: (keywords) => attempt(() => new contextvars.ContextVar('v').get(...Object.values(keywords))),
      given: null,
      other: { default: null },
    },
    'inspect.Parameter(default)': {
      ask: (keywords) => String(new Parameter('p', Parameter.KEYWORD_ONLY, keywords)),
      given: { default: Parameter.empty },
      other: { default: null },
    },
    'inspect.Parameter(annotation)': {
      ask: (keywords) => String(new Parameter('p', Parameter.KEYWORD_ONLY, keywords)),
      given: { annotation: Parameter.empty },
      other: { annotation: null },
    },
    'inspect.Parameter.replace(name)': replaced({ name: 'q' }),
    'inspect.Parameter.replace(kind)': {
      ask: (keywords) => parameter.replace(keywords).kind.name,
      given: null,
      other: { kind: Parameter.POSITIONAL_ONLY },
    },
    'inspect.Parameter.replace(annotation)': replaced({ annotation: 'str' }),
    'inspect.Parameter.replace(default)': replaced({ default: 2 }),
    'inspect.Signature(return_annotation)': {
      ask: (keywords) => String(new Signature([], keywords)),
      given: { return_annotation: Signature.empty },
      other: { return_annotation: 'int' },
    },
    'inspect.Signature(__validate_parameters__)': {
      ask: (keywords) => attempt(() => String(new Signature([parameter, parameter], keywords))),
      given: { __validate_parameters__: true },
      other: { __validate_parameters__: false },
    },
    'inspect.Signature.format(quote_annotation_strings)': {
      ask: (keywords) => quoted.format(keywords),
      given: { quote_annotation_strings: true },
      other: { quote_annotation_strings: false },
    },
    'inspect.Signature.replace(parameters)': {
      ask: (keywords) => String(quoted.replace(keywords)),
      given: null,
      other: { parameters: [] },
    },
    'inspect.Signature.replace(return_annotation)': {
      ask: (keywords) => String(quoted.replace(keywords)),
      given: null,
      other: { return_annotation: 'int' },
    },
    ...Object.fromEntries(Object.entries(ofFunction).map(([name, probe]) => [`inspect.signature(${name})`, probe])),
    ...Object.fromEntries(
      Object.entries(ofClass).map(([name, probe]) => [`inspect.Signature.from_callable(${name})`, probe]),
    ),
    'inspect.getattr_static(default)': {
      ask: (keywords) => attempt(() => inspect.getattr_static({}, 'x', ...Object.values(keywords))),
      given: null,
      other: { default: null },
    },
    // JavaScript shows no lines of source, however many are asked for.
    'inspect.stack(context)': {
      ask: (keywords) => inspect.stack(keywords)[0].code_context,
      given: { context: 1 },
      other: null,
    },
    // It matters to executors of processes only.
    'concurrent.futures.Executor.map(chunksize)': {
      ask: (keywords) => typeof new concurrent.Executor().map(same(1), [], keywords).next,
      given: { chunksize: 1 },
      other: null,
    },
    // The abstract executor has nothing to wait for, and nothing to cancel.
    'concurrent.futures.Executor.shutdown(wait)': {
      ask: (keywords) => new concurrent.Executor().shutdown(keywords),
      given: { wait: true },
      other: null,
    },
    'concurrent.futures.Executor.shutdown(cancel_futures)': {
      ask: (keywords) => new concurrent.Executor().shutdown(keywords),
      given: { cancel_futures: false },
      other: null,
    },
    ...executors('ThreadPoolExecutor'),
    ...executors('ProcessPoolExecutor'),
    'concurrent.futures.ThreadPoolExecutor(thread_name_prefix)': {
      ask: async (keywords) => {
        const pool = new concurrent.ThreadPoolExecutor({ max_workers: 1, ...keywords });
        const name = await pool.submit(threadName, import.meta.resolve('asyncio-ts')).result();
        await pool.shutdown();
        return name.replace(/-\d+/, '');
      },
      given: { thread_name_prefix: '' },
      other: { thread_name_prefix: 'mine' },
    },
    'concurrent.futures.wait(return_when)': {
      ask: async (keywords) => {
        const futures = twoFutures();
        const began = concurrent.wait(futures, keywords);
        const isOver = await Promise.race([
          began.then(() => true),
          Promise.resolve().then(() => Promise.resolve(false)),
        ]);
        futures[1].set_result(2);
        await began;
        return isOver;
      },
      given: { return_when: 'ALL_COMPLETED' },
      other: null,
    },
  };
}

// These two go to a worker as their text.
function keepArguments(...args) {
  globalThis.kept = args.length;
}

function keptArguments() {
  return globalThis.kept;
}

function attempt(call) {
  try {
    return call();
  } catch (error) {
    return error.constructor.name;
  }
}

/** What is wrong with the defaults of the functions. */
export async function checkDefaults(built, reference) {
  return await compareDefaults(makeProbes(built), reference);
}

/** The same with other probes. */
export async function compareDefaults(probes, reference) {
  const wanted = new Set();
  const problems = [];
  for (const { name, parameters } of reference) {
    for (const { name: parameter, default: value } of parameters ?? []) {
      if (value === null || value === 'None') continue;
      const key = `${name}(${parameter})`;
      wanted.add(key);
      const probe = probes[key];
      if (probe === undefined) problems.push({ name: key, problem: `nothing shows that its default is ${value}` });
      else problems.push(...(await ask(key, probe)));
    }
  }
  const stale = Object.keys(probes).filter((key) => !wanted.has(key));
  return [...problems, ...stale.map((name) => ({ name, problem: 'its default is asked for, but Python has none' }))];
}

async function ask(name, { ask: call, given, other }) {
  const [omitted, byDefault, different] = [await call({}), await call(given ?? {}), await call(other ?? {})];
  const problems = [];
  if (omitted !== byDefault)
    problems.push({ name, problem: `left out gives ${omitted}, Python's default ${byDefault}` });
  if (other !== null && omitted === different)
    problems.push({ name, problem: `another value gives ${omitted} as well` });
  return problems;
}
