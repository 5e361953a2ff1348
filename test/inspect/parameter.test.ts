import { TypeError, ValueError } from '#asyncio/builtins/exceptions';
import { AttributeError } from '#asyncio/builtins/further_exceptions';
import { repr } from '#asyncio/builtins/repr';
import { Parameter, Signature } from '#asyncio/inspect/index';

const { POSITIONAL_ONLY, POSITIONAL_OR_KEYWORD, VAR_POSITIONAL, KEYWORD_ONLY, VAR_KEYWORD } = Parameter;
const ALL = [POSITIONAL_ONLY, POSITIONAL_OR_KEYWORD, VAR_POSITIONAL, KEYWORD_ONLY, VAR_KEYWORD];

/** The class and text of what a function throws, as Python prints it. */
function complaint(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    return `${(error as Error).name}: ${(error as Error).message}`;
  }
  return 'nothing';
}

describe('kinds', () => {
  test('they read as the members of an enumeration', () => {
    expect(ALL.map((kind) => repr(kind))).toEqual([
      '<_ParameterKind.POSITIONAL_ONLY: 0>',
      '<_ParameterKind.POSITIONAL_OR_KEYWORD: 1>',
      '<_ParameterKind.VAR_POSITIONAL: 2>',
      '<_ParameterKind.KEYWORD_ONLY: 3>',
      '<_ParameterKind.VAR_KEYWORD: 4>',
    ]);
    expect(ALL.map(String)).toEqual(ALL.map((kind) => kind.name));
  });

  test('they say in words what they are', () => {
    expect(ALL.map((kind) => kind.description)).toEqual([
      'positional-only',
      'positional or keyword',
      'variadic positional',
      'keyword-only',
      'variadic keyword',
    ]);
  });

  test('they compare as their numbers', () => {
    expect(POSITIONAL_ONLY < KEYWORD_ONLY).toBe(true);
    expect(Number(VAR_KEYWORD)).toBe(4);
  });

  test('a parameter has them too, and the mark for nothing', () => {
    const parameter = new Parameter('a', KEYWORD_ONLY);
    expect([
      parameter.POSITIONAL_ONLY,
      parameter.POSITIONAL_OR_KEYWORD,
      parameter.VAR_POSITIONAL,
      parameter.KEYWORD_ONLY,
      parameter.VAR_KEYWORD,
    ]).toEqual(ALL);
    expect(parameter.default).toBe(parameter.empty);
    expect(parameter.annotation).toBe(Parameter.empty);
  });
});

describe('new Parameter', () => {
  test.each([
    [new Parameter('a', POSITIONAL_ONLY), '<Parameter "a">'],
    [new Parameter('a', POSITIONAL_OR_KEYWORD, { default: 1, annotation: Number }), '<Parameter "a: Number = 1">'],
    [new Parameter('a', POSITIONAL_OR_KEYWORD, { annotation: 'x y' }), '<Parameter "a: \'x y\'">'],
    [new Parameter('a', VAR_POSITIONAL, { annotation: Map }), '<Parameter "*a: Map">'],
    [new Parameter('a', VAR_KEYWORD), '<Parameter "**a">'],
    [new Parameter('a', KEYWORD_ONLY, { default: null }), '<Parameter "a=None">'],
    [new Parameter('a', POSITIONAL_OR_KEYWORD, { default: 'it"s' }), '<Parameter "a=\'it"s\'">'],
    [new Parameter('ñ', 1), '<Parameter "ñ">'],
    [new Parameter('a', 3, { annotation: null }), '<Parameter "a: None">'],
    [new Parameter('.0', POSITIONAL_OR_KEYWORD), '<Parameter "implicit0">'],
  ])('%# reads %s', (parameter, expected) => {
    expect(repr(parameter)).toBe(expected);
  });

  test('String gives it as it stands in a signature', () => {
    expect(ALL.map((kind) => String(new Parameter('a', kind)))).toEqual(['a', 'a', '*a', 'a', '**a']);
  });

  test('name and kind may be given by keyword', () => {
    for (const made of [
      new Parameter({ name: 'a', kind: 3, default: 2 }),
      new Parameter('a', { kind: KEYWORD_ONLY, default: 2 }),
    ]) {
      expect([made.name, made.kind, made.default]).toEqual(['a', KEYWORD_ONLY, 2]);
    }
  });

  test('the implicit parameter of a comprehension is given by position only', () => {
    expect(new Parameter('.0', POSITIONAL_OR_KEYWORD).kind).toBe(POSITIONAL_ONLY);
  });

  test.each<[() => unknown, string]>([
    [() => new Parameter('a', 7), 'ValueError: value 7 is not a valid Parameter.kind'],
    [() => new Parameter('a', 'x' as never), "ValueError: value 'x' is not a valid Parameter.kind"],
    [() => new Parameter('a', null as never), 'ValueError: value None is not a valid Parameter.kind'],
    [
      () => Reflect.construct(Parameter, ['a']) as unknown,
      "TypeError: Parameter.__init__() missing 1 required positional argument: 'kind'",
    ],
    [
      () => new Parameter('a', 2, { default: 1 }),
      'ValueError: variadic positional parameters cannot have default values',
    ],
    [() => new Parameter('a', 4, { default: 1 }), 'ValueError: variadic keyword parameters cannot have default values'],
    [() => new Parameter(1 as never, 4), 'TypeError: name must be a str, not a int'],
    [() => new Parameter(null as never, 0), 'TypeError: name must be a str, not a NoneType'],
    [() => new Parameter(Parameter.empty as never, 0), 'ValueError: name is a required attribute for Parameter'],
    [() => new Parameter('1a', 0), "ValueError: '1a' is not a valid parameter name"],
    [() => new Parameter('a b', 1), "ValueError: 'a b' is not a valid parameter name"],
    [() => new Parameter('', 1), "ValueError: '' is not a valid parameter name"],
    [() => new Parameter('while', 1), "ValueError: 'while' is not a valid parameter name"],
    [
      () => new Parameter('.0', 0),
      'ValueError: implicit arguments must be passed as positional or keyword arguments, not positional-only',
    ],
    [() => new Parameter('.x', 1), "ValueError: '.x' is not a valid parameter name"],
    [
      () => Reflect.construct(Parameter, ['a', 1, 5]) as unknown,
      'TypeError: Parameter.__init__() takes 3 positional arguments but 4 were given',
    ],
    [
      () => new Parameter('a', 1, { x: 5 } as never),
      "TypeError: Parameter.__init__() got an unexpected keyword argument 'x'",
    ],
  ])('%# is refused in the words of Python', (action, expected) => {
    expect(complaint(action)).toBe(expected);
  });

  test('a reserved word may be a key, or the name of what has no use for one', () => {
    expect(new Parameter('default', KEYWORD_ONLY).name).toBe('default');
    expect(new Parameter('while', POSITIONAL_ONLY).name).toBe('while');
  });
});

describe('replace', () => {
  const parameter = new Parameter('a', 1, { default: 2, annotation: Number });

  test.each([
    [parameter.replace({ name: 'b' }), '<Parameter "b: Number = 2">'],
    [parameter.replace({ default: Parameter.empty }), '<Parameter "a: Number">'],
    [parameter.replace({ annotation: Parameter.empty, kind: 3 }), '<Parameter "a=2">'],
    [parameter.replace(), '<Parameter "a: Number = 2">'],
  ])('%# makes %s', (replaced, expected) => {
    expect(repr(replaced)).toBe(expected);
    expect(replaced).not.toBe(parameter);
    expect(repr(parameter)).toBe('<Parameter "a: Number = 2">');
  });

  test('it makes all checks anew', () => {
    expect(complaint(() => parameter.replace({ kind: 2 }))).toBe(
      'ValueError: variadic positional parameters cannot have default values',
    );
    expect(complaint(() => parameter.replace('x' as never))).toBe(
      'TypeError: Parameter.replace() takes 1 positional argument but 2 were given',
    );
    expect(complaint(() => parameter.replace({ x: 1 } as never))).toBe(
      "TypeError: Parameter.replace() got an unexpected keyword argument 'x'",
    );
  });

  test('a subclass makes its own instances', () => {
    class Documented extends Parameter {}
    const replaced = new Documented('a', 1).replace({ name: 'b' });
    expect(replaced).toBeInstanceOf(Documented);
    expect(repr(replaced)).toBe('<Documented "b">');
  });
});

describe('a parameter', () => {
  test('equals one with the same attributes', () => {
    const parameter = new Parameter('a', 1, { default: [1, { b: 2 }], annotation: Number });
    expect(parameter.__eq__(new Parameter('a', 1, { default: [1, { b: 2 }], annotation: Number }))).toBe(true);
    expect(parameter.__eq__(new Parameter('a', 1, { default: [1, { b: 3 }], annotation: Number }))).toBe(false);
    expect(parameter.__eq__(new Parameter('a', 1, { default: [1], annotation: Number }))).toBe(false);
    expect(parameter.__eq__(new Parameter('a', 3, { default: [1, { b: 2 }], annotation: Number }))).toBe(false);
    expect(parameter.__eq__(new Parameter('a', 1, { default: [1, { b: 2 }], annotation: String }))).toBe(false);
    expect(parameter.__eq__('a')).toBe(false);
  });

  test('cannot be changed', () => {
    const parameter = new Parameter('a', 1);
    expect(() => {
      (parameter as { name: string }).name = 'b';
    }).toThrow();
    expect(parameter.name).toBe('a');
  });

  test('the mark for nothing is a class, the same for parameters and signatures', () => {
    expect(repr(Parameter.empty)).toBe("<class 'inspect._empty'>");
    expect(Signature.empty).toBe(Parameter.empty);
    expect(repr(new Parameter.empty())).toMatch(/^<inspect\._empty object at 0x[0-9a-f]+>$/);
  });

  test('errors are those of the library', () => {
    expect(() => new Parameter('1', 1)).toThrow(ValueError);
    expect(() => new Parameter(1 as never, 1)).toThrow(TypeError);
    expect(() => new Signature([1 as never])).toThrow(AttributeError);
  });
});
