/** Contexts, and questions about functions: their keywords, and what they answer. */
import * as asyncio from 'asyncio-ts';
import * as contextvars from 'asyncio-ts/contextvars';
import * as inspect from 'asyncio-ts/inspect';
import { expectTypeOf } from 'expect-type';

// contexts
const user = new contextvars.ContextVar('user', { default: 'nobody' });
expectTypeOf(user).toEqualTypeOf<contextvars.ContextVar<string>>();
expectTypeOf(user.set('me')).toEqualTypeOf<contextvars.Token<string>>();
const context = contextvars.copy_context();
expectTypeOf(context.run((a: number, b: string) => `${a}${b}`, 1, 'b')).toBeString();
expectTypeOf(context.__getitem__(user)).toBeString();
// @ts-expect-error There is no such keyword.
new contextvars.ContextVar('user', { defaults: 'nobody' });
// @ts-expect-error The function takes a number.
context.run((a: number) => a, 'a');
// @ts-expect-error A token is of its variable.
user.reset(new contextvars.ContextVar<number>('count').set(1));

// signatures
const work = asyncio.coroutine(async (x: number) => asyncio.sleep(x));
expectTypeOf(inspect.signature(work)).toEqualTypeOf<inspect.Signature>();
inspect.signature(work, { follow_wrapped: false, globals: null, locals: null, eval_str: false });
expectTypeOf(inspect.Signature.from_callable(work, { eval_str: false })).toEqualTypeOf<inspect.Signature>();
expectTypeOf(inspect.signature(work).format({ max_width: 40, quote_annotation_strings: false })).toBeString();
expectTypeOf(inspect.signature(work).replace({ parameters: [] })).toEqualTypeOf<inspect.Signature>();
// @ts-expect-error There is no such keyword.
inspect.signature(work, { follow: false });
// @ts-expect-error There is no such keyword.
inspect.Signature.from_callable(work, { follow: false });
// @ts-expect-error There is no such keyword.
inspect.signature(work).format({ width: 40 });
// @ts-expect-error There is no such keyword.
inspect.signature(work).replace({ params: [] });

const parameter = new inspect.Parameter('x', inspect.Parameter.KEYWORD_ONLY, { default: 1, annotation: 'int' });
expectTypeOf(
  parameter.replace({ name: 'y', kind: inspect.Parameter.POSITIONAL_ONLY }),
).toEqualTypeOf<inspect.Parameter>();
new inspect.Parameter({ name: 'x', kind: inspect.Parameter.VAR_KEYWORD });
// @ts-expect-error The kind has to be given.
new inspect.Parameter('x');
// @ts-expect-error There is no such keyword.
new inspect.Parameter('x', inspect.Parameter.KEYWORD_ONLY, { defaults: 1 });
// @ts-expect-error There is no such keyword.
parameter.replace({ nmae: 'y' });

// the others
expectTypeOf(inspect.stack({ context: 1 })).toExtend<readonly object[]>();
inspect.unwrap(work, { stop: () => true });
inspect.getmembers(work, { predicate: inspect.isfunction });
inspect.getmembers_static(work, inspect.isfunction);
expectTypeOf(inspect.iscoroutinefunction(work)).toBeBoolean();
expectTypeOf(inspect.getcoroutinestate(work(1))).toEqualTypeOf<
  'CORO_CREATED' | 'CORO_RUNNING' | 'CORO_SUSPENDED' | 'CORO_CLOSED'
>();
// @ts-expect-error There is no such keyword.
inspect.stack({ contexts: 1 });
// @ts-expect-error There is no such keyword.
inspect.unwrap(work, { until: () => true });
// @ts-expect-error There is no such keyword.
inspect.getmembers(work, { filter: inspect.isfunction });
