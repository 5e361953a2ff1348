/** How `npm run api:coverage` reads signatures as Python prints them. */
import { scriptModule } from '../support/modules';

interface Parameter {
  readonly name: string;
  readonly kind: string;
  readonly default: string | null;
}
interface PythonSignature {
  parseSignature(text: string): Parameter[];
}

let parseSignature: PythonSignature['parseSignature'];
beforeAll(async () => {
  ({ parseSignature } = await scriptModule<PythonSignature>('api-coverage/python-signature.mjs'));
});

/** The kinds of the parameters, by their names. */
const kindsOf = (text: string): Record<string, string> =>
  Object.fromEntries(parseSignature(text).map(({ name, kind }) => [name, kind]));

/** The defaults of the parameters, by their names. */
const defaultsOf = (text: string): Record<string, string | null> =>
  Object.fromEntries(parseSignature(text).map((parameter) => [parameter.name, parameter.default]));

describe('the kind of a parameter', () => {
  test('is positional or keyword, if nothing says otherwise', () => {
    expect(kindsOf('(fut, delay)')).toEqual({ fut: 'positional or keyword', delay: 'positional or keyword' });
  });

  test('is positional only for all that stand before a slash', () => {
    expect(kindsOf('(a, b=1, /, c)')).toEqual({
      a: 'positional only',
      b: 'positional only',
      c: 'positional or keyword',
    });
  });

  test('is keyword only after a star', () => {
    expect(kindsOf('(a, *, b, c=1)')).toEqual({ a: 'positional or keyword', b: 'keyword only', c: 'keyword only' });
  });

  test('is keyword only after variadic arguments as well', () => {
    expect(kindsOf('(*args, b)')).toEqual({ args: '*', b: 'keyword only' });
  });

  test('can be all five in one signature', () => {
    expect(kindsOf('(a, /, b, *args, c, **kwargs)')).toEqual({
      a: 'positional only',
      b: 'positional or keyword',
      args: '*',
      c: 'keyword only',
      kwargs: '**',
    });
  });
});

describe('a default', () => {
  test('is the text after the equals sign, and null where there is none', () => {
    expect(defaultsOf('(a, b=None, *args, c=0.5, **kwargs)')).toEqual({
      a: null,
      b: 'None',
      args: null,
      c: '0.5',
      kwargs: null,
    });
  });

  test('keeps its commas and brackets', () => {
    expect(defaultsOf('(a=(1, 2), b=[3, 4], c={5: (6, 7)}, d=8)')).toEqual({
      a: '(1, 2)',
      b: '[3, 4]',
      c: '{5: (6, 7)}',
      d: '8',
    });
  });

  test('keeps what stands in a string, of either quotes', () => {
    expect(defaultsOf(`(a='x, y', b="it's, (", c=')', d='=')`)).toEqual({
      a: "'x, y'",
      b: `"it's, ("`,
      c: "')'",
      d: "'='",
    });
  });

  test('keeps a quote that is escaped, and a backslash at the end of a string', () => {
    expect(defaultsOf(String.raw`(a='it\'s, "so"', b='\\', c=1)`)).toEqual({
      a: String.raw`'it\'s, "so"'`,
      b: String.raw`'\\'`,
      c: '1',
    });
  });

  test('may hold characters outside of the basic plane', () => {
    expect(defaultsOf("(a='🙂', b=1)")).toEqual({ a: "'🙂'", b: '1' });
  });

  test('may be an object, as Python prints it', () => {
    expect(defaultsOf('(a=<object object at 0x7f00>, b=<function f(x, y) at 0x7f01>, c=1)')).toEqual({
      a: '<object object at 0x7f00>',
      b: '<function f(x, y) at 0x7f01>',
      c: '1',
    });
  });
});

describe('an annotation', () => {
  test('is no part of the name or the default', () => {
    const [first, second] = parseSignature('(a: int, b: dict[str, int] = None)');
    expect(first).toEqual({ name: 'a', kind: 'positional or keyword', default: null });
    expect(second).toEqual({ name: 'b', kind: 'positional or keyword', default: 'None' });
  });

  test('may hold commas in brackets, and belong to variadic arguments', () => {
    expect(defaultsOf('(f: Callable[[int, str], None], *args: *tuple[int, str], **kwargs: dict[str, int])')).toEqual({
      f: null,
      args: null,
      kwargs: null,
    });
  });

  test('of the result is left out, whatever brackets it has', () => {
    expect(defaultsOf('(a) -> (1, b)')).toEqual({ a: null });
    expect(defaultsOf('() -> dict[str, int]')).toEqual({});
  });
});

describe('self', () => {
  test('is left out, as cls is: it comes first, and the caller does not give it', () => {
    expect(kindsOf('(self, a)')).toEqual({ a: 'positional or keyword' });
    expect(kindsOf('(self, /, *, b)')).toEqual({ b: 'keyword only' });
    expect(kindsOf('(cls, a)')).toEqual({ a: 'positional or keyword' });
  });

  test('stays where it is not the first', () => {
    expect(kindsOf('(a, self)')).toEqual({ a: 'positional or keyword', self: 'positional or keyword' });
  });
});

test('an empty signature has no parameters', () => {
  expect(parseSignature('()')).toEqual([]);
  expect(parseSignature('( )')).toEqual([]);
});

test('an arrow inside of the brackets closes none', () => {
  expect(defaultsOf('(a=<lambda x -> y, z>, b=1)')).toEqual({ a: '<lambda x -> y, z>', b: '1' });
});

test.each([
  ['(a', 'no signature: (a'],
  ["(a=')", "no signature: (a=')"],
  ['(a, =1)', 'no parameter: =1'],
])('%s is refused', (text, message) => {
  // The error is of another realm.
  expect(() => parseSignature(text)).toThrow(message);
});
