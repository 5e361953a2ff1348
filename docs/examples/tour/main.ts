/**
 * A tour of coroutines: how they grew in Python, and how each step reads in TypeScript.
 *
 * `npm start` takes all steps, `npm start -- 4` takes step 4 alone. Each step is a program of its own in this folder,
 * with its Python original beside it.
 */
interface Step {
  readonly file: string;
  readonly title: string;
  readonly notice: string;
  readonly run: () => Promise<unknown>;
}

const steps: Step[] = [
  {
    file: '01_generators',
    title: 'two generators take turns',
    notice: 'next() hands control over, yield hands it back. A queue and a while loop do the rest.',
    run: () => import('./01_generators.js'),
  },
  {
    file: '02_yield_from',
    title: 'a generator becomes a coroutine',
    notice: 'As in Python 3.4: a decorator, "yield*" where Python has "yield from", and a loop that runs it.',
    run: () => import('./02_yield_from.js'),
  },
  {
    file: '03_async_await',
    title: 'async and await',
    notice: 'As in Python 3.5: the same program in the new spelling does the same.',
    run: () => import('./03_async_await.js'),
  },
  {
    file: '04_run',
    title: 'asyncio.run',
    notice: 'As in Python 3.7: one call makes the loop, runs the coroutine and closes the loop.',
    run: () => import('./04_run.js'),
  },
  {
    file: '05_coroutine_object',
    title: 'a call makes a coroutine object',
    notice: 'After the call nothing has run. Only asyncio.run() starts the body, and it works once.',
    run: () => import('./05_coroutine_object.js'),
  },
  {
    file: '06_overlap',
    title: 'one after the other, or both at once',
    notice: 'Two sleeps of one second: two seconds if each is awaited in turn, one second as two tasks.',
    run: () => import('./06_overlap.js'),
  },
  {
    file: '07_tasks',
    title: 'create_task and ensure_future',
    notice: 'A task starts when its maker first waits. The fast one ends first, though it is awaited last.',
    run: () => import('./07_tasks.js'),
  },
  {
    file: '08_future',
    title: 'a future is set by a callback',
    notice: 'The future is pending, a callback gives it a result, and main() wakes up.',
    run: () => import('./08_future.js'),
  },
  {
    file: '09_many',
    title: 'ten thousand coroutines on one thread',
    notice: 'They all sleep for a second, at the same second. See how little memory each one takes.',
    run: () => import('./09_many.js'),
  },
  {
    file: '10_blocking',
    title: 'who never awaits holds everybody up',
    notice: 'The bystander gets no turn at all while greedy() computes, and one at each await of polite().',
    run: () => import('./10_blocking.js'),
  },
  {
    file: '11_inspect',
    title: 'which kind of function is it?',
    notice: 'inspect can tell a coroutine function from the others without calling it.',
    run: () => import('./11_inspect.js'),
  },
];

const wanted = process.argv.slice(2);
const unknown = wanted.filter((argument) => steps[Number(argument) - 1] === undefined);

if (unknown.length > 0) {
  console.error(`There is no step ${unknown.join(', ')}. The steps are 1 to ${steps.length}: npm start -- 4`);
  process.exitCode = 1;
} else {
  for (const [index, step] of steps.entries()) {
    if (wanted.length > 0 && !wanted.map(Number).includes(index + 1)) continue;
    console.log(`\n${`--- ${index + 1}. ${step.title} `.padEnd(80, '-')}`);
    console.log(`${step.notice}\n[${step.file}.ts, in Python ${step.file}.py]\n`);
    await step.run();
  }
  console.log('\nThe programs are in docs/examples/tour. Change one and run its step again: npm start -- 4');
}

export {};
