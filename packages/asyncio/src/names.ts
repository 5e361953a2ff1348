/**
 * The public names, on every platform. The faces (`index.node.ts`, `index.browser.ts`) re-export this list and register
 * their platform.
 */
export {
  ArithmeticError,
  AssertionError,
  AttributeError,
  BaseException,
  BlockingIOError,
  BrokenPipeError,
  BufferError,
  ChildProcessError,
  ConnectionAbortedError,
  ConnectionError,
  ConnectionRefusedError,
  ConnectionResetError,
  DeprecationWarning,
  EOFError,
  Exception,
  FileExistsError,
  FileNotFoundError,
  FutureWarning,
  GeneratorExit,
  IndexError,
  InterruptedError,
  IsADirectoryError,
  KeyError,
  KeyboardInterrupt,
  LookupError,
  NameError,
  NotADirectoryError,
  NotImplementedError,
  OSError,
  OverflowError,
  PendingDeprecationWarning,
  PermissionError,
  ProcessLookupError,
  RecursionError,
  ResourceWarning,
  RuntimeError,
  RuntimeWarning,
  StopAsyncIteration,
  StopIteration,
  SystemExit,
  ThrownValue,
  TimeoutError,
  TypeError,
  UnicodeDecodeError,
  UnicodeEncodeError,
  UnicodeError,
  UserWarning,
  ValueError,
  Warning,
  ZeroDivisionError,
} from './builtins/exceptions.js';

export { repr, str } from './builtins/repr.js';
export { abort_signal, from_signal, SignalScope } from './core/abort.js';
export { AbstractServer } from './core/abstract_server.js';
export { as_completed } from './core/as_completed.js';
export { aiter, anext, async_for, BREAK } from './core/async_iteration.js';
export { async_with, enter } from './core/async_with.js';
export { AsyncGenerator } from './core/asyncgens.js';
export { asyncgen, yield_ } from './core/asyncgen_functions.js';
export { Barrier } from './core/barrier.js';
export { BaseEventLoop } from './core/base_events.js';
export { host_callback, to_promise, wrap_future } from './core/bridge.js';
export { Condition } from './core/condition.js';
export { await_, coroutine, iscoroutine, iscoroutinefunction } from './core/coroutine_functions.js';
export { Coroutine } from './core/coroutines.js';
export { create_eager_task_factory, create_task, eager_task_factory } from './core/create_task.js';
export { _enter_task, _leave_task, _register_task, _unregister_task, all_tasks, current_task } from './core/current.js';
export { ensure_future } from './core/ensure_future.js';
export { Event } from './core/event.js';
export { EventLoop, SelectorEventLoop } from './core/event_loops.js';
export { AbstractEventLoop } from './core/events.js';
export { Handle, TimerHandle } from './core/handles.js';
export {
  BrokenBarrierError,
  CancelledError,
  IncompleteReadError,
  InvalidStateError,
  LimitOverrunError,
  QueueEmpty,
  QueueFull,
  QueueShutDown,
  SendfileNotAvailableError,
} from './core/exceptions.js';
export { Future, isfuture } from './core/futures.js';
export { gather } from './core/gather.js';
export { Lock } from './core/lock.js';
export {
  capture_call_graph,
  format_call_graph,
  future_add_to_awaited_by,
  future_discard_from_awaited_by,
  print_call_graph,
} from './core/graph.js';
export { FrameCallGraphEntry, FutureCallGraph } from './core/graph_entries.js';
export { logger } from './host/log.js';
export { main_loop, MainLoop } from './core/main_loop.js';
export { LifoQueue, PriorityQueue } from './core/ordered_queues.js';
export {
  AbstractEventLoopPolicy,
  DefaultEventLoopPolicy,
  get_event_loop_policy,
  set_event_loop_policy,
} from './core/policies.js';
export {
  _get_running_loop,
  _set_running_loop,
  get_event_loop,
  get_running_loop,
  new_event_loop,
  set_event_loop,
} from './core/current_loop.js';
export { Queue } from './core/queues.js';
export { Runner } from './core/runners.js';
export { run } from './core/run.js';
export { run_sync } from './core/run_sync.js';
export { BaseProtocol, BufferedProtocol, DatagramProtocol, Protocol, SubprocessProtocol } from './core/protocols.js';
export { BoundedSemaphore, Semaphore } from './core/semaphore.js';
export { shield } from './core/shield.js';
export { sleep } from './core/sleep.js';
export { TaskGroup } from './core/taskgroups.js';
export { Task } from './core/tasks.js';
export { to_thread } from './core/threads.js';
export { run_coroutine_threadsafe } from './core/threadsafe.js';
export { Timeout, timeout, timeout_at } from './core/timeouts.js';
export { get_host_tracking, set_host_tracking } from './core/tracking.js';
export {
  BaseTransport,
  DatagramTransport,
  ReadTransport,
  SubprocessTransport,
  Transport,
  WriteTransport,
} from './core/transports.js';
export { ALL_COMPLETED, FIRST_COMPLETED, FIRST_EXCEPTION, wait } from './core/wait.js';
export { wait_for } from './core/wait_for.js';
export { set_gateway } from './net/set_gateway.js';
export { Server } from './core/servers.js';
export { StreamReader } from './net/stream_reader.js';
export { StreamReaderProtocol } from './net/stream_protocol.js';
export { StreamWriter } from './net/stream_writer.js';
export { open_connection, open_unix_connection, start_server, start_unix_server } from './net/streams.js';
export { create_subprocess_exec, create_subprocess_shell } from './net/subprocess.js';
export { VirtualHost } from './host/virtual.js';
export * as concurrent from './concurrent/index.js';
/** What compiled code calls; `asyncio-ts/compiled` has it. @internal */
export * as _compiled from './compiled/index.js';
export * as contextvars from './contextvars/index.js';
export * as base_events from './namespaces/base_events.js';
export * as constants from './core/constants.js';
export * as coroutines from './namespaces/coroutines.js';
export * as debug from './namespaces/debug.js';
export * as events from './namespaces/events.js';
export * as exceptions from './namespaces/exceptions.js';
export { except_star } from './builtins/except_star.js';
export * as futures from './namespaces/futures.js';
export * as graph from './namespaces/graph.js';
export * as inspect from './inspect/index.js';
export * as locks from './namespaces/locks.js';
export * as log from './namespaces/log.js';
export * as queues from './namespaces/queues.js';
export * as runners from './namespaces/runners.js';
export * as socket from './socket/index.js';
export * as ssl from './ssl/index.js';
export * as staggered from './namespaces/staggered.js';
export * as subprocess from './namespaces/subprocess.js';
export * as taskgroups from './namespaces/taskgroups.js';
export * as tasks from './namespaces/tasks.js';
export * as timeouts from './namespaces/timeouts.js';
export { BaseExceptionGroup, ExceptionGroup } from './builtins/groups.js';

export type { StarClause, StarTypes } from './builtins/except_star.js';
export type { ExceptionCondition, ExceptionType } from './builtins/groups.js';
export type {
  AsCompletedIterator,
  AsCompletedOptions,
  CompletedFuture,
  CompletedFutures,
  DoneFuture,
} from './core/as_completed.js';
export type { AnyAsyncIterable, HasAiter, HasAnext } from './core/async_iteration.js';
export type {
  AnyContextManager,
  AsyncContextManager,
  EnteredManager,
  EnteredValue,
  EnteredValues,
  Suppressed,
} from './core/async_with.js';
export type { AsyncGeneratorState } from './core/asyncgens.js';
export type { Step } from './core/asyncgen_steps.js';
export type { Yielding, YieldsOf } from './core/asyncgen_functions.js';
export type { Awaitable, AwaitableOrThunk, Decorated, Gen, HasAwait, Suspension } from './core/awaitable.js';
export type { BarrierOptions } from './core/barrier.js';
export type { LoopOptions } from './core/base_events.js';
export type { SelectorEventLoopOptions } from './core/event_loops.js';
export type { Body, BodyOptions } from './core/bodies.js';
export type { WrapFutureOptions } from './core/bridge.js';
export type { ConditionOptions } from './core/condition.js';
export type { CoroutineBody, CoroutineFunction } from './core/coroutine_functions.js';
export type { CoroutineState } from './core/coroutine_states.js';
export type { EagerTaskFactory, TaskConstructor } from './core/create_task.js';
export type { TaskKeyword } from './core/current.js';
export type { LoopKeyword } from './core/ensure_future.js';
export type {
  ContextKeyword,
  CoroKeyword,
  CoroutineOrThunk,
  EnabledKeyword,
  ExceptionContext,
  ExceptionHandler,
  ExecutorCall,
  ExecutorKeyword,
  FactoryKeyword,
  FutureKeyword,
  HandlerKeyword,
  TaskFactory,
  TimeoutKeyword,
} from './core/loop_options.js';
export type { Callback } from './core/handles.js';
export type { FrameSummary } from './core/format_helpers.js';
export type { DoneCallback, FutureOptions } from './core/futures.js';
export type { GatherOptions, ResultOf, ResultsOf } from './core/gather.js';
export type { LockManager } from './core/lock.js';
export type { CallGraphOptions, PrintCallGraphOptions } from './core/graph.js';
export type { CallGraphFrame } from './core/graph_entries.js';
export type { LogHandler, Logger, LogRecord } from './host/log.js';
export type { LoopBound } from './core/mixins.js';
export type { PriorityQueueOptions } from './core/ordered_queues.js';
export type { QueueOptions, QueueStorage } from './core/queues.js';
export type { CurrentLoopKeyword } from './core/policies.js';
export type { LoopFactory, RunContext, RunOptions } from './core/runners.js';
export type { SemaphoreOptions } from './core/semaphore.js';
export type { SleepOptions } from './core/sleep.js';
export type { Racer, RaceResult } from './core/staggered.js';
export type { TaskOptions } from './core/task_options.js';
export type { RunCoroutineThreadsafeOptions } from './core/threadsafe.js';
export type { TimeoutAtOptions, TimeoutOptions } from './core/timeouts.js';
export type { ReturnWhen, WaitedFor, WaitOptions } from './core/wait.js';
export type { WaitForOptions } from './core/wait_for.js';
export type { AbortSignalLike, HostAbortSignal } from './host/abort.js';
export type { Host, Tracker, WakeUp } from './host/host.js';
export type {
  AddressInfo,
  ClientOptions,
  ConnectAcceptedSocketOptions,
  CreateConnectionOptions,
  CreateDatagramEndpointOptions,
  CreateServerOptions,
  CreateUnixConnectionOptions,
  CreateUnixServerOptions,
  Descriptor,
  FileLike,
  GetaddrinfoOptions,
  HostStream,
  PipeLike,
  ProtocolFactoryKeyword,
  SendfileOptions,
  ServerOptions,
  StartTLSOptions,
  Stdio,
  SubprocessOptions,
  TLSTimeouts,
} from './core/io_options.js';
export type { ProtocolFactory } from './core/protocols.js';
export type {
  AddrKeyword,
  DataKeyword,
  ExtraInfoOptions,
  ListOfDataKeyword,
  ProtocolKeyword,
  SignalKeyword,
  WriteBufferLimits,
} from './core/transports.js';
export type { ClientConnectedCallback, StreamReaderProtocolOptions } from './net/stream_protocol.js';
export type { ServerParts } from './core/server_parts.js';
export type { StreamReaderOptions } from './net/stream_reader.js';
export type { StreamWriterParts } from './net/stream_writer.js';
export type { StreamLimit } from './net/streams.js';
export type { InputKeyword } from './net/process.js';
export type { CreateSubprocessOptions } from './net/subprocess.js';
