import { RuntimeError } from '#asyncio/builtins/exceptions';
import { Context, contextState, copy_context, currentContext } from '#asyncio/contextvars/context';
import { ContextVar } from '#asyncio/contextvars/context_var';
import { enterContext, exitContext } from '#asyncio/contextvars/state';

describe('the current context', () => {
  afterEach(() => {
    contextState.ambient = null;
  });

  test('is the one entered last, and leaving gives back the one before', () => {
    const [outer, inner] = [new Context(), new Context()];
    const before = currentContext();
    enterContext(outer);
    enterContext(inner);
    expect(currentContext()).toBe(inner);
    exitContext(inner);
    expect(currentContext()).toBe(outer);
    exitContext(outer);
    expect(currentContext()).toBe(before);
    expect(contextState.current).toBeNull();
  });

  test('is left only in the order in which it was entered', () => {
    const [outer, inner] = [new Context(), new Context()];
    enterContext(outer);
    enterContext(inner);
    expect(() => {
      exitContext(outer);
    }).toThrow(new RuntimeError('cannot exit context: thread state references a different context object'));
    exitContext(inner);
    exitContext(outer);
    expect(() => {
      exitContext(outer);
    }).toThrow(/^cannot exit context: <_contextvars.Context object at 0x\w+> has not been entered$/);
  });

  test('is the ambient one when none is entered', () => {
    const variable = new ContextVar('x', { default: 0 });
    const ambient = new Context();
    contextState.ambient = () => ambient;
    variable.set(1);
    expect([currentContext(), copy_context().get(variable)]).toEqual([ambient, 1]);
    expect(new Context().run(() => variable.get())).toBe(0);
    contextState.ambient = () => null;
    expect(variable.get()).toBe(0);
  });

  test('counts as entered when it is the ambient one, further in too', () => {
    const ambient = new Context();
    const other = new Context();
    contextState.ambient = () => ambient;
    expect(() => ambient.run(() => 1)).toThrow(/^cannot enter context: .* is already entered$/);
    expect(() => other.run(() => ambient.run(() => 1))).toThrow(/^cannot enter context: .* is already entered$/);
    expect(other.run(() => 1)).toBe(1);
    contextState.ambient = null;
    expect(ambient.run(() => 1)).toBe(1);
  });

  test('is shared by all copies of the library', () => {
    jest.isolateModules(() => {
      const copy = require('#asyncio/contextvars/index') as typeof import('#asyncio/contextvars/index');
      expect(copy.ContextVar).not.toBe(ContextVar);
      const theirs = new copy.ContextVar('theirs', { default: 0 });
      const ours = new ContextVar('ours', { default: 0 });
      const context = new Context();
      context.run(() => {
        const token = theirs.set(1);
        ours.set(2);
        expect([theirs.get(), ours.get(), token.old_value]).toEqual([1, 2, copy.Token.MISSING]);
        theirs.reset(token);
        expect([theirs.get(), context.__len__()]).toEqual([0, 1]);
      });
      expect([theirs.get(), ours.get()]).toEqual([0, 0]);
    });
  });
});
