/**
 * Python's `inspect`, as far as asyncio's public names need it and JavaScript can answer: questions about functions,
 * classes, coroutines, signatures and the stack.
 */
export { isabstract } from './abstract.js';
export type { AsyncGeneratorState } from '../core/asyncgens/asyncgens.js';
export type { CoroutineState } from '../core/coroutines/coroutine_states.js';
export { cleandoc, getdoc } from './documentation.js';
export { currentframe, stack, type Code, type Frame, type FrameInfo } from './frames.js';
export { isasyncgenfunction, iscoroutinefunction, isgeneratorfunction, markcoroutinefunction } from './kinds.js';
export {
  getattr_static,
  getmembers,
  getmembers_static,
  getmro,
  type Member,
  type MemberKeywords,
  type MemberPredicate,
} from './members.js';
export { isasyncgen, isawaitable, iscoroutine, isgenerator } from './objects.js';
export {
  _empty,
  Parameter,
  type ParameterInit,
  type ParameterKeywords,
  type ParameterReplacements,
} from './parameter.js';
export type { ParameterKind } from './parameter_kinds.js';
export { BoundArguments, Signature, signature } from './signature.js';
export type { SignatureFormat, SignatureInit, SignatureKeywords, SignatureReplacements } from './signature_keywords.js';
export { getsource } from './source.js';
export type { SourceExpression } from './source_values.js';
export {
  AGEN_CLOSED,
  AGEN_CREATED,
  AGEN_RUNNING,
  AGEN_SUSPENDED,
  CORO_CLOSED,
  CORO_CREATED,
  CORO_RUNNING,
  CORO_SUSPENDED,
  GEN_CLOSED,
  GEN_CREATED,
  GEN_RUNNING,
  GEN_SUSPENDED,
  getasyncgenlocals,
  getasyncgenstate,
  getcoroutinelocals,
  getcoroutinestate,
  getgeneratorlocals,
  getgeneratorstate,
  type GeneratorState,
} from './states.js';
export {
  isbuiltin,
  isclass,
  isdatadescriptor,
  isfunction,
  ismethod,
  ismodule,
  isroutine,
  type AnyClass,
  type AnyFunction,
} from './types.js';
export { unwrap, type UnwrapKeywords } from './unwrap.js';
