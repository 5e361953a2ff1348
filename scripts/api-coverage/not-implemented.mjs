// What exists and raises `NotImplementedError`: the message that it raises is the reason that the summary prints.

/** Calls that have to raise it, by Python's name. */
const CALLS = {
  'asyncio.AbstractEventLoopPolicy.get_child_watcher': (asyncio) =>
    new asyncio.AbstractEventLoopPolicy().get_child_watcher(),
  'asyncio.AbstractEventLoopPolicy.set_child_watcher': (asyncio) =>
    new asyncio.AbstractEventLoopPolicy().set_child_watcher(null),
  'concurrent.futures.Executor.submit': ({ concurrent }) => new concurrent.Executor().submit(() => 1),
  'inspect.Signature.from_callable': ({ inspect }) => inspect.Signature.from_callable(annotated(), { eval_str: true }),
  'inspect.getasyncgenlocals': ({ inspect }) => inspect.getasyncgenlocals((async function* () {})()),
  'inspect.getasyncgenstate': ({ inspect }) => inspect.getasyncgenstate((async function* () {})()),
  'inspect.getcoroutinelocals': ({ inspect, sleep }) => {
    const coroutine = sleep(1);
    try {
      inspect.getcoroutinelocals(coroutine);
    } finally {
      coroutine.close();
    }
  },
  'inspect.getgeneratorlocals': ({ inspect }) => inspect.getgeneratorlocals((function* () {})()),
  'inspect.getgeneratorstate': ({ inspect }) => inspect.getgeneratorstate((function* () {})()),
  'inspect.signature': ({ inspect }) => inspect.signature(annotated(), { eval_str: true }),
};

const annotated = () => Object.assign((x) => x, { __annotations__: { x: 'int' } });

/**
 * What raises it, with the reasons, and what is wrong with that: a call that doesn't, and a function whose comment says it
 * can raise it while no call shows when.
 */
export function checkNotImplemented(built, reference, model) {
  const raised = [];
  const problems = [];
  for (const [name, call] of Object.entries(CALLS)) {
    try {
      call(built);
      problems.push({ name, problem: 'is said to raise NotImplementedError, and does not' });
    } catch (error) {
      if (error instanceof built.NotImplementedError)
        raised.push({ name, reason: error.message || 'abstract, as in Python' });
      else problems.push({ name, problem: `is said to raise NotImplementedError, and raises ${error}` });
    }
  }
  for (const { name, path } of reference) {
    const says = (model.get(path.join('.')) ?? []).some(
      ({ kind, comment }) => kind !== 'Class' && /@throws[^@]*(\{@link )?NotImplementedError/.test(comment),
    );
    if (says && !Object.hasOwn(CALLS, name))
      problems.push({ name, problem: 'its comment says NotImplementedError, no call shows it' });
    if (!says && Object.hasOwn(CALLS, name))
      problems.push({ name, problem: 'its comment does not say NotImplementedError' });
  }
  return { raised, problems };
}
