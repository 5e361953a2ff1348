/** `asyncio-ts/testing`: virtual time, and helpers for tests. */
export { IsolatedAsyncioTestCase } from './testing/async_case.js';
export { async_test } from './testing/async_test.js';
export { SeedError, explore } from './testing/explore.js';
export { LeakError } from './testing/leaks.js';
export { run_virtual, run_virtual_async } from './testing/run_virtual.js';
export { test, wrap_test } from './testing/runner_test.js';
export { VirtualTimeLoop } from './testing/virtual_loop.js';

export type { AsyncPart, TestCaseClass, TestRunner } from './testing/async_case.js';
export type { AsyncTestOptions } from './testing/async_test.js';
export type { ExploreOptions, Seeds } from './testing/explore.js';
export type { Leak, LeakKind } from './testing/leaks.js';
export type { ContextManager } from './testing/managers.js';
export type { RunVirtualOptions } from './testing/run_virtual.js';
export type { AsyncTest, DeclareTest, DeclareTests, TestBody } from './testing/runner_test.js';
export type { VirtualTimeOptions } from './testing/virtual_loop.js';
