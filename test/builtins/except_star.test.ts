import { runInNewContext } from 'node:vm';
import {
  Exception,
  KeyError,
  KeyboardInterrupt,
  RuntimeError,
  TypeError as PythonTypeError,
} from '#asyncio/builtins/exceptions';
import { OSError } from '#asyncio/builtins/oserrors';
import { ValueError } from '#asyncio/builtins/value_errors';
import { StarMatch, except_star, type StarClause } from '#asyncio/builtins/except_star';
import { BaseExceptionGroup, ExceptionGroup } from '#asyncio/builtins/groups';
import { repr } from '#asyncio/builtins/repr';

/** An exception with its context, and the members of a group likewise. */
function describeError(error: Error): string {
  const context = (error as { __context__?: unknown }).__context__ ?? null;
  let text = repr(error);
  if (context !== null) text += ` <ctx ${repr(context)}>`;
  if (error instanceof BaseExceptionGroup) text += `{${error.exceptions.map(describeError).join('; ')}}`;
  return text;
}

/** What comes out of the clauses, as the recordings of CPython write it. */
function outcome(error: unknown, ...clauses: StarClause[]): string {
  try {
    except_star(error, ...clauses);
  } catch (thrown) {
    return describeError(thrown as Error) + (thrown === error ? ' | same' : '');
  }
  return 'no exception';
}

const V = ValueError;
const K = KeyError;
const T = PythonTypeError;
const EG = ExceptionGroup;
const ignore = (): void => undefined;
const reraise = (group: BaseExceptionGroup): never => {
  throw group;
};
const raise = (error: Error) => (): never => {
  throw error;
};

// The expected texts are what CPython 3.14 printed for the same program with `except*`.
describe('except_star', () => {
  test('gives each handler its part and throws the rest', () => {
    const seen: string[] = [];
    const result = outcome(new EG('eg', [new V(1), new K(2)]), [V, (group) => seen.push(repr(group))]);
    expect(seen).toEqual(["ExceptionGroup('eg', [ValueError(1)])"]);
    expect(result).toBe("ExceptionGroup('eg', [KeyError(2)]){KeyError(2)}");
  });

  test('ends quietly when all was handled', () => {
    expect(outcome(new EG('eg', [new V(1)]), [V, ignore])).toBe('no exception');
    expect(outcome(new EG('eg', [new V(1), new K(2)]), [V, ignore], [K, ignore])).toBe('no exception');
  });

  test('throws an equal group when nothing was handled', () => {
    expect(outcome(new EG('eg', [new V(1)]), [K, ignore])).toBe("ExceptionGroup('eg', [ValueError(1)]){ValueError(1)}");
  });

  test('hands out a part once, to the first clause that takes it', () => {
    const seen: string[] = [];
    const note = (name: string) => (group: BaseExceptionGroup) => seen.push(`${name} ${repr(group)}`);
    const error = new EG('eg', [new V(1), new K(2), new OSError(3)]);
    expect(outcome(error, [V, note('a')], [Exception, note('b')], [K, note('c')])).toBe('no exception');
    expect(seen).toEqual([
      "a ExceptionGroup('eg', [ValueError(1)])",
      "b ExceptionGroup('eg', [KeyError(2), OSError(3)])",
    ]);
  });

  test('takes several classes in one clause', () => {
    const seen: BaseExceptionGroup[] = [];
    const error = new EG('eg', [new V(1), new K(2)]);
    expect(outcome(error, [[V, K], (group) => seen.push(group)])).toBe('no exception');
    expect(seen.map(repr)).toEqual(["ExceptionGroup('eg', [ValueError(1), KeyError(2)])"]);
    expect(outcome(new V(1), [[], ignore])).toBe('ValueError(1) | same');
  });

  test('gives the whole group to a clause whose class the group itself is of', () => {
    const error = new EG('eg', [new V(1), new K(2)]);
    const seen: unknown[] = [];
    expect(outcome(error, [Exception, (group) => seen.push(group)])).toBe('no exception');
    expect(seen[0]).toBe(error);
    expect(outcome(error, [Exception, reraise])).toBe(
      "ExceptionGroup('eg', [ValueError(1), KeyError(2)]){ValueError(1); KeyError(2)}",
    );
  });

  test('native classes take native errors', () => {
    const seen: string[] = [];
    const error = new EG('eg', [new RangeError('r'), new V(1)]);
    expect(outcome(error, [RangeError, (group) => seen.push(repr(group))])).toBe(
      "ExceptionGroup('eg', [ValueError(1)]){ValueError(1)}",
    );
    expect(seen).toEqual(["ExceptionGroup('eg', [RangeError('r')])"]);
  });
});

describe('except_star with a single exception', () => {
  test('wraps it for the handler', () => {
    const error = new V(1);
    const seen: BaseExceptionGroup[] = [];
    expect(outcome(error, [V, (group) => seen.push(group)])).toBe('no exception');
    expect(repr(seen[0])).toBe("ExceptionGroup('', (ValueError(1),))");
    expect(seen[0]?.exceptions[0]).toBe(error);
  });

  test('wraps what is no Exception in a BaseExceptionGroup', () => {
    const seen: string[] = [];
    expect(outcome(new KeyboardInterrupt(), [KeyboardInterrupt, (group) => seen.push(repr(group))])).toBe(
      'no exception',
    );
    expect(seen).toEqual(["BaseExceptionGroup('', (KeyboardInterrupt(),))"]);
  });

  test('throws it itself when no clause takes it', () => {
    expect(outcome(new V(1), [K, ignore])).toBe('ValueError(1) | same');
  });

  test('throws the wrapper when the handler does', () => {
    expect(outcome(new V(1), [V, reraise], [K, ignore])).toBe("ExceptionGroup('', (ValueError(1),)){ValueError(1)}");
  });

  test('throws what the handler raises, with the wrapper as its context', () => {
    expect(outcome(new V(1), [V, raise(new T(1))])).toBe("TypeError(1) <ctx ExceptionGroup('', (ValueError(1),))>");
    const error = new V(1);
    expect(outcome(error, [V, raise(error)])).toBe("ValueError(1) <ctx ExceptionGroup('', (ValueError(1),))> | same");
  });

  test('leaves a thrown value that is no error as it is', () => {
    expect(() => except_star('text', [V, ignore])).toThrow('text');
    const seen: BaseExceptionGroup[] = [];
    except_star('text', [Exception, (group) => seen.push(group)]);
    expect(seen[0]?.exceptions[0]).toMatchObject({ name: 'ThrownValue', value: 'text' });
    const far = runInNewContext('new Error("far")') as Error;
    expect(() => except_star(far, [V, ignore])).toThrow(far);
  });
});

describe('what except_star throws', () => {
  test('what a handler raised, alone', () => {
    expect(outcome(new EG('eg', [new V(1)]), [V, raise(new T('new'))])).toBe(
      "TypeError('new') <ctx ExceptionGroup('eg', [ValueError(1)])>",
    );
    expect(outcome(new EG('eg', [new V(1)]), [V, raise(new KeyboardInterrupt())])).toBe(
      "KeyboardInterrupt() <ctx ExceptionGroup('eg', [ValueError(1)])>",
    );
  });

  test('what a handler raised, with the rest', () => {
    expect(outcome(new EG('eg', [new V(1), new K(2)]), [V, raise(new T('new'))])).toBe(
      "ExceptionGroup('', [TypeError('new'), ExceptionGroup('eg', [KeyError(2)])])" +
        "{TypeError('new') <ctx ExceptionGroup('eg', [ValueError(1)])>; " +
        "ExceptionGroup('eg', [KeyError(2)]){KeyError(2)}}",
    );
  });

  test('what several handlers raised', () => {
    expect(outcome(new EG('eg', [new V(1), new K(2)]), [V, raise(new T('new'))], [K, raise(new T('new2'))])).toBe(
      "ExceptionGroup('', [TypeError('new'), TypeError('new2')])" +
        "{TypeError('new') <ctx ExceptionGroup('eg', [ValueError(1)])>; " +
        "TypeError('new2') <ctx ExceptionGroup('eg', [KeyError(2)])>}",
    );
  });

  test('what was let through joins the rest, in its old place', () => {
    expect(outcome(new EG('eg', [new V(1), new K(2)]), [V, reraise])).toBe(
      "ExceptionGroup('eg', [ValueError(1), KeyError(2)]){ValueError(1); KeyError(2)}",
    );
    expect(outcome(new EG('eg', [new V(1), new K(2), new OSError(3)]), [V, reraise], [K, ignore])).toBe(
      "ExceptionGroup('eg', [ValueError(1), OSError(3)]){ValueError(1); OSError(3)}",
    );
    const nested = new EG('eg', [new V(1), new EG('in', [new V(2), new K(3)]), new K(2)]);
    expect(outcome(nested, [V, reraise], [K, reraise])).toBe(
      "ExceptionGroup('eg', [ValueError(1), ExceptionGroup('in', [ValueError(2), KeyError(3)]), KeyError(2)])" +
        "{ValueError(1); ExceptionGroup('in', [ValueError(2), KeyError(3)]){ValueError(2); KeyError(3)}; KeyError(2)}",
    );
  });

  test('what was raised comes before what was let through', () => {
    const error = new EG('eg', [new V(1), new EG('deep', [new K(2), new V(4)]), new OSError(7), new OSError(8)]);
    expect(outcome(error, [V, reraise], [OSError, raise(new RuntimeError('x'))])).toBe(
      "ExceptionGroup('', [RuntimeError('x'), ExceptionGroup('eg', [ValueError(1), " +
        "ExceptionGroup('deep', [KeyError(2), ValueError(4)])])])" +
        "{RuntimeError('x') <ctx ExceptionGroup('eg', [OSError(7), OSError(8)])>; " +
        "ExceptionGroup('eg', [ValueError(1), ExceptionGroup('deep', [KeyError(2), ValueError(4)])])" +
        "{ValueError(1); ExceptionGroup('deep', [KeyError(2), ValueError(4)]){KeyError(2); ValueError(4)}}}",
    );
  });

  test('a member of the part that a handler throws counts as raised', () => {
    expect(
      outcome(new EG('eg', [new V(1), new K(2)]), [
        V,
        (group) => {
          throw group.exceptions[0] as Error;
        },
      ]),
    ).toBe(
      "ExceptionGroup('', [ValueError(1), ExceptionGroup('eg', [KeyError(2)])])" +
        "{ValueError(1) <ctx ExceptionGroup('eg', [ValueError(1)])>; ExceptionGroup('eg', [KeyError(2)]){KeyError(2)}}",
    );
  });

  test('groups that handlers raise are kept whole', () => {
    expect(
      outcome(
        new EG('eg', [new V(1), new K(2)]),
        [V, raise(new EG('other', [new T(1)]))],
        [K, raise(new EG('other2', [new T(2)]))],
      ),
    ).toBe(
      "ExceptionGroup('', [ExceptionGroup('other', [TypeError(1)]), ExceptionGroup('other2', [TypeError(2)])])" +
        "{ExceptionGroup('other', [TypeError(1)]) <ctx ExceptionGroup('eg', [ValueError(1)])>{TypeError(1)}; " +
        "ExceptionGroup('other2', [TypeError(2)]) <ctx ExceptionGroup('eg', [KeyError(2)])>{TypeError(2)}}",
    );
  });

  test('the group is a BaseExceptionGroup if the rest makes it one', () => {
    const error = new BaseExceptionGroup('eg', [new V(1), new KeyboardInterrupt()]);
    expect(outcome(error, [V, raise(new T(1))])).toBe(
      "BaseExceptionGroup('', [TypeError(1), BaseExceptionGroup('eg', [KeyboardInterrupt()])])" +
        "{TypeError(1) <ctx ExceptionGroup('eg', [ValueError(1)])>; " +
        "BaseExceptionGroup('eg', [KeyboardInterrupt()]){KeyboardInterrupt()}}",
    );
  });

  test('the rest keeps notes, cause, context and stack of the group', () => {
    const error = new EG('eg', [new V(1), new K(2)]);
    error.add_note('n0');
    error.__cause__ = new T('c');
    let rest!: BaseExceptionGroup;
    try {
      except_star(error, [V, ignore]);
    } catch (thrown) {
      rest = thrown as BaseExceptionGroup;
    }
    expect(rest).not.toBe(error);
    expect(rest.__notes__).toEqual(['n0']);
    expect(rest.__cause__).toBe(error.__cause__);
    expect(rest.stack).toBe(error.stack);
  });

  test('the rest is derived once', () => {
    class Mine extends EG {
      override derive(exceptions: readonly Error[]): Mine {
        return new Mine(`${this.message}d`, exceptions);
      }
    }
    expect(outcome(new Mine('eg', [new V(1), new K(2), new OSError()]), [V, reraise], [K, ignore])).toBe(
      "Mine('egd', [ValueError(1), OSError()]){ValueError(1); OSError()}",
    );
  });
});

describe('clauses that except_star refuses', () => {
  const notAClass = 'catching classes that do not inherit from BaseException is not allowed';
  const aGroup = 'catching ExceptionGroup with except* is not allowed. Use except instead.';

  test.each<[unknown, string]>([
    [5, notAClass],
    [Map, notAClass],
    [[ValueError, 5], notAClass],
    [ExceptionGroup, aGroup],
    [BaseExceptionGroup, aGroup],
    [[ValueError, ExceptionGroup], aGroup],
    [class Mine extends ExceptionGroup {}, aGroup],
  ])('%#', (types, message) => {
    const error = new EG('eg', [new V(1)]);
    let thrown: unknown;
    try {
      except_star(error, [types as typeof ValueError, ignore]);
    } catch (refusal) {
      thrown = refusal;
    }
    expect(thrown).toBeInstanceOf(PythonTypeError);
    expect((thrown as Error).message).toBe(message);
    expect((thrown as PythonTypeError).__context__).toBe(error);
  });

  test('are found when their turn comes, even if nothing is left, and end everything', () => {
    const seen: string[] = [];
    const clauses: StarClause[] = [
      [V, () => seen.push('handled')],
      [5 as never, ignore],
      [K, () => seen.push('never')],
    ];
    expect(() => except_star(new EG('eg', [new V(1)]), ...clauses)).toThrow(notAClass);
    expect(seen).toEqual(['handled']);
  });
});

describe('StarMatch', () => {
  test('lets handlers take their time between the clauses', async () => {
    const match = new StarMatch(new EG('eg', [new V(1), new K(2), new OSError(3)]));
    const values = match.match(V) as BaseExceptionGroup;
    await Promise.resolve();
    match.raised(new T('late'), values);
    const keys = match.match(K) as BaseExceptionGroup;
    match.raised(keys, keys);
    expect(match.match(PythonTypeError)).toBeNull();
    expect(repr(match.outcome()?.thrown)).toBe(
      "ExceptionGroup('', [TypeError('late'), ExceptionGroup('eg', [KeyError(2), OSError(3)])])",
    );
  });
});
