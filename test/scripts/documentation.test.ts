/** What `npm run api:coverage` demands of doc comments, shown on a model of a few items. */
import { scriptModule } from '../support/modules';

interface Item {
  readonly kind: string;
  readonly comment: string;
  readonly text: string;
  readonly source: string;
}
interface Documentation {
  checkDocumentation(model: ReadonlyMap<string, readonly Item[]>): { name: string; problem: string }[];
}

let checkDocumentation: Documentation['checkDocumentation'];
beforeAll(async () => {
  ({ checkDocumentation } = await scriptModule<Documentation>('api-coverage/documentation.mjs'));
});

const PYTHON = '**Python.** `asyncio.work`.';
const EXAMPLE = '@example\n1; // => 1';
const CANCELLATION = '**Cancellation.** The work is lost.';
const COMPLETE = `${PYTHON} ${CANCELLATION} ${EXAMPLE}`;
const NO_PYTHON = 'its comment has no **Python.**';
const NO_EXAMPLE = 'its comment has no @example';
const NO_CANCELLATION = 'its comment has no **Cancellation.**';

const WAITS = 'work(): Coroutine<number>;';

/** An item of the model, of a file of its own. */
const item = (kind: string, comment: string, text: string): Item => ({ kind, comment, text, source: `file:${text}` });

/** The problems of a model, as texts; the items of a path are overloads. */
function problemsOf(model: Readonly<Record<string, Item | readonly Item[]>>): string[] {
  const items = Object.entries(model).map(([path, given]) => [path, [given].flat()] as [string, Item[]]);
  return checkDocumentation(new Map(items)).map(({ name, problem }) => `${name}: ${problem}`);
}

/** The problems of one item. */
const problemsOfOne = (kind: string, comment: string, text: string, name = 'work'): string[] =>
  problemsOf({ [name]: item(kind, comment, text) }).map((problem) => problem.slice(name.length + 2));

describe.each([
  ['Function', 'work(): void;'],
  ['Class', 'export class work;'],
])('a %s', (kind, text) => {
  test('that is documented is no problem', () => {
    expect(problemsOfOne(kind, `${PYTHON} ${EXAMPLE}`, text)).toEqual([]);
  });

  test('says what it is in Python', () => {
    expect(problemsOfOne(kind, EXAMPLE, text)).toEqual([NO_PYTHON]);
  });

  test('has an example', () => {
    expect(problemsOfOne(kind, PYTHON, text)).toEqual([NO_EXAMPLE]);
  });

  test('is told everything that it lacks', () => {
    expect(problemsOfOne(kind, '', text)).toEqual([NO_PYTHON, NO_EXAMPLE]);
  });
});

test.each(['Method', 'MethodSignature', 'Property', 'Variable', 'Interface', 'TypeAlias'])(
  'a %s may go without example and Python',
  (kind) => {
    expect(problemsOfOne(kind, '', 'work: number;')).toEqual([]);
  },
);

describe('what waits', () => {
  test.each(['Coroutine', 'Promise', 'Step'])('returns a %s, and says what a cancellation does', (type) => {
    const text = `work(): ${type}<number>;`;
    expect(problemsOfOne('Method', '', text)).toEqual([NO_CANCELLATION]);
    expect(problemsOfOne('Method', CANCELLATION, text)).toEqual([]);
  });

  test('may be a function, a method, or a method of an interface', () => {
    expect(problemsOfOne('Function', `${PYTHON} ${EXAMPLE}`, WAITS)).toEqual([NO_CANCELLATION]);
    expect(problemsOfOne('Function', COMPLETE, WAITS)).toEqual([]);
    expect(problemsOfOne('MethodSignature', '', WAITS)).toEqual([NO_CANCELLATION]);
  });

  test('is known by any of its overloads', () => {
    const overloads = [item('Method', '', 'work(): void;'), item('Method', '', 'work(n: number): Promise<void>;')];
    expect(problemsOf({ work: overloads })).toEqual([`work: ${NO_CANCELLATION}`]);
  });

  test('is not what takes a coroutine', () => {
    expect(problemsOfOne('Method', '', 'work(coro: Coroutine<number>): void;')).toEqual([]);
  });

  test('is not what gives a coroutine or null, to be looked at', () => {
    expect(problemsOfOne('Method', '', 'get_coro(): Coroutine<T> | null;')).toEqual([]);
    expect(problemsOfOne('Method', '', 'work(): Coroutine<T | null>;')).toEqual([NO_CANCELLATION]);
  });

  test('is not the call signature of a type', () => {
    expect(problemsOfOne('CallSignature', '', '(...args: Args): Coroutine<T>;')).toEqual([]);
  });

  test('is not a method of a protocol, which the language calls', () => {
    expect(problemsOfOne('Method', '', '__aenter__(): Coroutine<number>;', 'Lock.__aenter__')).toEqual([]);
    expect(problemsOfOne('Method', '', 'acquire(): Coroutine<number>;', 'Lock.acquire')).toEqual([NO_CANCELLATION]);
  });
});

test('overloads have the parts of their comments in common', () => {
  const first = item('Function', PYTHON, 'work(): void;');
  expect(problemsOf({ work: [first, item('Function', EXAMPLE, 'work(n: number): void;')] })).toEqual([]);
  expect(problemsOf({ work: [first, item('Function', '', 'work(n: number): void;')] })).toEqual([
    `work: ${NO_EXAMPLE}`,
  ]);
});

test('what stands in several namespaces is reported once, and two functions of the same text are two', () => {
  const work = item('Function', PYTHON, 'work(): void;');
  expect(problemsOf({ work, 'tasks.work': work })).toEqual([`work: ${NO_EXAMPLE}`]);
  expect(problemsOf({ work, 'concurrent.work': { ...work, source: 'elsewhere' } })).toEqual([
    `work: ${NO_EXAMPLE}`,
    `concurrent.work: ${NO_EXAMPLE}`,
  ]);
});
