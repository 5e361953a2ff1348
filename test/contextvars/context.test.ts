import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

import fc from 'fast-check';

import { KeyError, LookupError, RuntimeError, TypeError } from '#asyncio/builtins/exceptions';
import { ValueError } from '#asyncio/builtins/value_errors';
import { repr, str } from '#asyncio/builtins/repr';
import { remove } from '#asyncio/contextvars/changes';
import { Context, ContextVar, copy_context, Token } from '#asyncio/contextvars/index';

/** A text with its made-up addresses replaced. */
function plain(text: string): string {
  return text.replace(/0x[0-9a-f]+/g, '0x');
}

/** The class and the plain text of what `action` throws. */
function thrown(action: () => unknown): [unknown, string] {
  try {
    action();
  } catch (error) {
    return [(error as Error).constructor, plain(str(error))];
  }
  throw new Error('nothing was thrown');
}

/** Calls what TypeScript would refuse. */
function loosely(target: object, name: string, ...args: unknown[]): unknown {
  return (target as Record<string, (...args: unknown[]) => unknown>)[name]?.(...args);
}

/** Runs `body` in a context of its own. */
function isolated(body: () => void): () => void {
  return () => new Context().run(body);
}

describe('ContextVar', () => {
  test('has the text that Python gives it', () => {
    expect(plain(repr(new ContextVar('x', { default: 1 })))).toBe("<ContextVar name='x' default=1 at 0x>");
    expect(plain(String(new ContextVar('y')))).toBe("<ContextVar name='y' at 0x>");
    expect(plain(repr(new ContextVar('z', { default: null })))).toBe("<ContextVar name='z' default=None at 0x>");
    expect(plain(repr(new ContextVar("it's\n", { default: [1, 'a'] })))).toBe(
      `<ContextVar name="it's\\n" default=[1, 'a'] at 0x>`,
    );
  });

  test('has a text even if its default contains it', () => {
    const box: unknown[] = [];
    const variable = new ContextVar('r', { default: box });
    box.push(variable);
    expect(plain(repr(variable))).toBe(
      "<ContextVar name='r' default=[<ContextVar name='r' default=[...] at 0x>] at 0x>",
    );
  });

  test(
    'gives its value, else the argument, else its default, else a LookupError about itself',
    isolated(() => {
      const bare = new ContextVar<number>('bare');
      const full = new ContextVar('full', { default: 1 });
      expect([bare.get(5), full.get(5), full.get()]).toEqual([5, 5, 1]);
      expect([bare.get(null), bare.get(undefined)]).toEqual([null, undefined]);
      try {
        bare.get();
        throw new Error('nothing was thrown');
      } catch (error) {
        expect(error).toBeInstanceOf(LookupError);
        expect((error as LookupError).args).toEqual([bare]);
        expect(plain(str(error))).toBe("<ContextVar name='bare' at 0x>");
      }
      full.set(2);
      expect([full.get(), full.get(5)]).toEqual([2, 2]);
    }),
  );

  test(
    'holds null and undefined as values like any other',
    isolated(() => {
      const variable = new ContextVar<unknown>('v', { default: 1 });
      variable.set(null);
      expect(variable.get(2)).toBeNull();
      variable.set(undefined);
      expect(variable.get(2)).toBeUndefined();
      expect(new ContextVar<unknown>('u', { default: undefined }).get()).toBeUndefined();
    }),
  );

  test(
    'takes any value, an object literal too',
    isolated(() => {
      const variable = new ContextVar<unknown>('v');
      const value = { default: 1 };
      variable.set(value);
      expect(variable.get()).toBe(value);
      expect(new ContextVar<unknown>('w').get(value)).toBe(value);
    }),
  );

  test('refuses wrong arguments in the words of CPython', () => {
    const make = (...args: unknown[]): unknown => Reflect.construct(ContextVar, args);
    expect(thrown(() => make())).toEqual([TypeError, 'ContextVar() takes exactly 1 positional argument (0 given)']);
    expect(thrown(() => make(1))).toEqual([TypeError, 'context variable name must be a str']);
    expect(thrown(() => make('a', 'b'))).toEqual([
      TypeError,
      'ContextVar() takes at most 1 positional argument (2 given)',
    ]);
    expect(thrown(() => make('a', { foo: 1 }))).toEqual([
      TypeError,
      "ContextVar() got an unexpected keyword argument 'foo'",
    ]);
    expect(thrown(() => make('a', { default: 1, foo: 2 }))).toEqual([
      TypeError,
      'ContextVar() takes at most 2 arguments (3 given)',
    ]);
    const variable = new ContextVar('x', { default: 1 });
    expect(thrown(() => loosely(variable, 'get', 1, 2))).toEqual([TypeError, 'get expected at most 1 argument, got 2']);
    expect(thrown(() => loosely(variable, 'set'))).toEqual([
      TypeError,
      'ContextVar.set() takes exactly one argument (0 given)',
    ]);
    expect(thrown(() => loosely(variable, 'set', 1, 2))).toEqual([
      TypeError,
      'ContextVar.set() takes exactly one argument (2 given)',
    ]);
    expect(thrown(() => loosely(variable, 'reset'))).toEqual([
      TypeError,
      'ContextVar.reset() takes exactly one argument (0 given)',
    ]);
  });

  test('accepts absent keywords', () => {
    expect(new ContextVar('a', null).get(7)).toBe(7);
    expect(new ContextVar('a', undefined).get(7)).toBe(7);
  });

  test('is no base class', () => {
    class Sub extends ContextVar<number> {}
    expect(thrown(() => new Sub('x'))).toEqual([
      TypeError,
      "type '_contextvars.ContextVar' is not an acceptable base type",
    ]);
  });
});

describe('Token', () => {
  test(
    'leads back to the value before',
    isolated(() => {
      const variable = new ContextVar('x', { default: 0 });
      const first = variable.set(1);
      const second = variable.set(2);
      expect([first.old_value, second.old_value]).toEqual([Token.MISSING, 1]);
      expect(first.var).toBe(variable);
      variable.reset(second);
      expect(variable.get()).toBe(1);
      variable.reset(first);
      expect([variable.get(), copy_context().__contains__(variable)]).toEqual([0, false]);
    }),
  );

  test(
    'may be used out of order',
    isolated(() => {
      const variable = new ContextVar<number>('x');
      const first = variable.set(1);
      const second = variable.set(2);
      variable.reset(first);
      expect(variable.get(null)).toBeNull();
      variable.reset(second);
      expect(variable.get(null)).toBe(1);
    }),
  );

  test(
    'has the text that Python gives it, before and after use',
    isolated(() => {
      const variable = new ContextVar('x', { default: 1 });
      const token = variable.set(2);
      expect(plain(repr(token))).toBe("<Token var=<ContextVar name='x' default=1 at 0x> at 0x>");
      variable.reset(token);
      expect(plain(String(token))).toBe("<Token used var=<ContextVar name='x' default=1 at 0x> at 0x>");
      expect(repr(Token.MISSING)).toBe('<Token.MISSING>');
    }),
  );

  test(
    'is refused when used, by another variable, and in another context, in this order',
    isolated(() => {
      const variable = new ContextVar('x', { default: 1 });
      const other = new ContextVar<number>('y');
      const token = variable.set(2);
      const text = "var=<ContextVar name='x' default=1 at 0x> at 0x>";
      const differentContext = [ValueError, `<Token ${text} was created in a different Context`];
      expect(thrown(() => copy_context().run(() => variable.reset(token)))).toEqual(differentContext);
      const differentVariable = [ValueError, `<Token ${text} was created by a different ContextVar`];
      expect(thrown(() => other.reset(token))).toEqual(differentVariable);
      expect(thrown(() => copy_context().run(() => other.reset(token)))).toEqual(differentVariable);
      expect(variable.get()).toBe(2);
      variable.reset(token);
      const used = [RuntimeError, `<Token used ${text} has already been used once`];
      expect(thrown(() => variable.reset(token))).toEqual(used);
      expect(thrown(() => copy_context().run(() => other.reset(token)))).toEqual(used);
    }),
  );

  test('is asked for where something else is given', () => {
    const variable = new ContextVar<number>('x');
    expect(thrown(() => loosely(variable, 'reset', 1))).toEqual([TypeError, 'expected an instance of Token, got 1']);
    expect(thrown(() => loosely(variable, 'reset', null))).toEqual([
      TypeError,
      'expected an instance of Token, got None',
    ]);
    expect(thrown(() => loosely(variable, 'reset', variable))).toEqual([
      TypeError,
      "expected an instance of Token, got <ContextVar name='x' at 0x>",
    ]);
  });

  test('is made by variables only', () => {
    expect(thrown(() => Reflect.construct(Token, []))).toEqual([
      RuntimeError,
      'Tokens can only be created by ContextVars',
    ]);
  });

  test(
    'resets its variable at the end of a block',
    isolated(() => {
      const variable = new ContextVar('x', { default: 1 });
      const block = (): Token<number> => {
        using token = variable.set(2);
        expect(variable.get()).toBe(2);
        return token;
      };
      const token = block();
      expect([variable.get(), token._used]).toEqual([1, true]);
      expect(() => {
        using _token = variable.set(3);
        throw new ValueError('b');
      }).toThrow(ValueError);
      expect(variable.get()).toBe(1);
    }),
  );

  test(
    'follows the manager protocol: entering gives itself, even when used, and leaving twice is an error',
    isolated(() => {
      const variable = new ContextVar('x', { default: 1 });
      const token = variable.set(2);
      expect(token.__enter__()).toBe(token);
      expect(token.__exit__(null, null, null)).toBeUndefined();
      expect(variable.get()).toBe(1);
      expect(token.__enter__()).toBe(token);
      expect(thrown(() => token.__exit__(null, null, null))[0]).toBe(RuntimeError);
    }),
  );
});

describe('Context', () => {
  test('is a mapping', () => {
    const [first, second, third] = ['a', 'b', 'c'].map((name) => new ContextVar<number>(name));
    if (first === undefined || second === undefined || third === undefined) throw new Error('unreachable');
    const context = new Context();
    context.run(() => {
      first.set(1);
      second.set(2);
    });
    expect(context.__len__()).toBe(2);
    expect([context.__contains__(first), context.__contains__(third)]).toEqual([true, false]);
    expect([context.__getitem__(second), context.get(second), context.get(third), context.get(third, 9)]).toEqual([
      2,
      2,
      null,
      9,
    ]);
    expect([...context]).toEqual([first, second]);
    expect([...context.__iter__()]).toEqual([first, second]);
    expect([...context.keys()]).toEqual([first, second]);
    expect([...context.values()]).toEqual([1, 2]);
    expect([...context.items()]).toEqual([
      [first, 1],
      [second, 2],
    ]);
    expect(plain(repr(context))).toBe('<_contextvars.Context object at 0x>');
    expect(repr(Context)).toBe("<class '_contextvars.Context'>");
  });

  test('does not ask for the default of a variable', () => {
    const variable = new ContextVar('x', { default: 1 });
    const context = new Context();
    expect([context.get(variable), context.get(variable, 2), context.__contains__(variable)]).toEqual([null, 2, false]);
    try {
      context.__getitem__(variable);
      throw new Error('nothing was thrown');
    } catch (error) {
      expect(error).toBeInstanceOf(KeyError);
      expect((error as KeyError).args).toEqual([variable]);
    }
  });

  test('takes only variables for keys', () => {
    const context = new Context();
    const message = "a ContextVar key was expected, got 'x'";
    for (const name of ['__getitem__', '__contains__', 'get']) {
      expect(thrown(() => loosely(context, name, 'x'))).toEqual([TypeError, message]);
    }
    expect(thrown(() => loosely(context, 'get'))).toEqual([TypeError, 'get expected at least 1 argument, got 0']);
    expect(thrown(() => loosely(context, 'get', 1, 2, 3))).toEqual([
      TypeError,
      'get expected at most 2 arguments, got 3',
    ]);
  });

  test('is made without arguments, and is no base class', () => {
    class Sub extends Context {}
    expect(thrown(() => Reflect.construct(Context, [1]))).toEqual([
      TypeError,
      'Context() does not accept any arguments',
    ]);
    expect(thrown(() => new Sub())).toEqual([TypeError, "type '_contextvars.Context' is not an acceptable base type"]);
  });

  test('runs a function with its arguments, and keeps what it sets', () => {
    const variable = new ContextVar('x', { default: 0 });
    const context = new Context();
    expect(context.run((left, right) => left + right + variable.set(3).var.get(), 1, 2)).toBe(6);
    expect([variable.get(), context.__getitem__(variable)]).toEqual([0, 3]);
  });

  test('is left when the function throws', () => {
    const variable = new ContextVar('x', { default: 0 });
    const context = new Context();
    const fail = (): void => {
      variable.set(1);
      throw new KeyError('k');
    };
    expect(() => context.run(fail)).toThrow(KeyError);
    expect(variable.get()).toBe(0);
    expect(context.run(() => variable.get())).toBe(1);
  });

  test('can not be entered twice, also not through another one', () => {
    const context = new Context();
    const other = new Context();
    const expected = [RuntimeError, 'cannot enter context: <_contextvars.Context object at 0x> is already entered'];
    expect(thrown(() => context.run(() => context.run(() => 1)))).toEqual(expected);
    expect(thrown(() => context.run(() => other.run(() => context.run(() => 1))))).toEqual(expected);
    expect(context.run(() => other.run(() => 1))).toBe(1);
  });

  test('says what can not be called', () => {
    const context = new Context();
    expect(thrown(() => loosely(context, 'run'))).toEqual([TypeError, 'run() missing 1 required positional argument']);
    expect(thrown(() => loosely(context, 'run', 1))).toEqual([TypeError, "'int' object is not callable"]);
  });

  test('shows in its iterators what it held when they were made', () => {
    const [first, second] = [new ContextVar<number>('a'), new ContextVar<number>('b')];
    const context = new Context();
    context.run(() => {
      first.set(1);
      const values = context.values();
      const seen: string[] = [];
      for (const variable of context) {
        seen.push(variable.name);
        second.set(2);
        first.set(3);
      }
      expect([seen, [...values], [...context.values()]]).toEqual([['a'], [1], [3, 2]]);
    });
  });
});

describe('copy_context', () => {
  test(
    'gives a copy: what is set in one is not seen in the other',
    isolated(() => {
      const variable = new ContextVar('x', { default: 0 });
      variable.set(1);
      const copy = copy_context();
      variable.set(2);
      expect([variable.get(), copy.__getitem__(variable)]).toEqual([2, 1]);
      copy.run(() => variable.set(3));
      expect([variable.get(), copy.__getitem__(variable), copy.copy().__getitem__(variable)]).toEqual([2, 3, 3]);
    }),
  );

  test('copies the context of code that runs in no other as well', () => {
    const variable = new ContextVar('x', { default: 0 });
    const token = variable.set(1);
    expect(copy_context().run(() => variable.get())).toBe(1);
    expect(new Context().run(() => variable.get())).toBe(0);
    variable.reset(token);
    expect(copy_context().__contains__(variable)).toBe(false);
  });
});

describe('contexts with any number of variables', () => {
  test('behave as maps under any sequence of operations, and never disturb their copies', () => {
    const variables = Array.from({ length: 60 }, (_, index) => new ContextVar<number>(`v${String(index)}`));
    const operation = fc.record({
      kind: fc.constantFrom('set', 'set', 'set', 'unset', 'copy', 'switch'),
      variable: fc.nat({ max: variables.length - 1 }),
      which: fc.nat(),
    });
    // Few variables stay in the flat form, many go on to the trie, and the runs in between change over.
    const run = fc.tuple(fc.constantFrom(5, 12, 60), fc.array(operation, { maxLength: 150 }));
    fc.assert(
      fc.property(run, ([limit, operations]) => {
        const pairs: [Context, Map<ContextVar<number>, number>][] = [[new Context(), new Map()]];
        let [context, model] = pairs[0] as (typeof pairs)[number];
        let value = 0;
        for (const { kind, variable: index, which } of operations) {
          const variable = variables[index % limit] as ContextVar<number>;
          if (kind === 'set') {
            value++;
            const { old_value } = context.run(() => variable.set(value));
            expect(old_value).toBe(model.has(variable) ? model.get(variable) : Token.MISSING);
            model.set(variable, value);
          } else if (kind === 'unset') {
            remove(context, variable);
            model.delete(variable);
          } else if (kind === 'copy') {
            pairs.push([context.copy(), new Map(model)]);
          } else {
            [context, model] = pairs[which % pairs.length] as (typeof pairs)[number];
          }
        }
        for (const [someContext, someModel] of pairs) {
          expect(someContext.__len__()).toBe(someModel.size);
          expect(new Map(someContext.items())).toEqual(someModel);
          for (const variable of variables.slice(0, limit)) {
            expect(someContext.get(variable, -1)).toBe(someModel.get(variable) ?? -1);
          }
        }
      }),
    );
  });

  test('find each of ten thousand variables, and forget them again', () => {
    const variables = Array.from({ length: 10_000 }, (_, index) => new ContextVar<number>(`v${String(index)}`));
    const context = new Context();
    context.run(() => {
      const tokens = variables.map((variable, index) => variable.set(index));
      expect(context.__len__()).toBe(10_000);
      expect(variables.every((variable, index) => variable.get() === index)).toBe(true);
      variables.forEach((variable, index) => {
        variable.reset(tokens[index] as Token<number>);
      });
      expect([context.__len__(), [...context], variables[77]?.get(null)]).toEqual([0, [], null]);
    });
  });

  test('keep no variable alive that was reset, nor one of a context that is gone', async () => {
    const context = new Context();
    const references = context.run(() => [...Array(30).keys()].map((index) => setForAWhile(index % 2 === 0)));
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    await new Promise((resolve) => setImmediate(resolve));
    collect();
    expect(references.filter((reference) => reference.deref() !== undefined)).toEqual([]);
    expect(context.__len__()).toBe(12);
  });

  /** Sets a new variable here and resets it, or sets it in a copy; twelve more make sure that the trie is used, too. */
  function setForAWhile(here: boolean): WeakRef<object> {
    const variable = new ContextVar<number>('v');
    if (here) variable.reset(variable.set(1));
    else copy_context().run(() => variable.set(1));
    if (copy_context().__len__() < 12) new ContextVar<number>('kept').set(1);
    return new WeakRef(variable);
  }
});
