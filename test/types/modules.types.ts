/** The namespaces of the root, and the subpaths that hold the same. */
import * as asyncio from 'asyncio-ts';
import * as contextvars from 'asyncio-ts/contextvars';
import * as inspect from 'asyncio-ts/inspect';
import { expectTypeOf } from 'expect-type';

expectTypeOf(contextvars.copy_context).toEqualTypeOf(asyncio.contextvars.copy_context);
expectTypeOf<contextvars.ContextVar<string>>().toEqualTypeOf<asyncio.contextvars.ContextVar<string>>();
expectTypeOf(inspect.iscoroutinefunction).toEqualTypeOf(asyncio.inspect.iscoroutinefunction);
expectTypeOf<inspect.Signature>().toEqualTypeOf<asyncio.inspect.Signature>();

// A class is one class, under each of its names.
expectTypeOf<asyncio.tasks.Task<number>>().toEqualTypeOf<asyncio.Task<number>>();
expectTypeOf<asyncio.exceptions.CancelledError>().toEqualTypeOf<asyncio.CancelledError>();

const user = new contextvars.ContextVar<string>('user');
expectTypeOf(user.get()).toBeString();
expectTypeOf(user.get(null)).toEqualTypeOf<string | null>();
// @ts-expect-error The variable holds strings.
user.set(1);
