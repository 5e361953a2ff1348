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
export { abort_signal, from_signal, SignalScope } from './core/waiting/abort.js';
export { AbstractServer } from './core/contract/abstract_server.js';
export { as_completed } from './core/waiting/as_completed.js';
export { aiter, anext, async_for, BREAK } from './core/statements/async_iteration.js';
export { async_with, enter } from './core/statements/async_with.js';
export { AsyncGenerator } from './core/asyncgens/asyncgens.js';
export { asyncgen, yield_ } from './core/asyncgens/asyncgen_functions.js';
export { Barrier } from './core/locks/barrier.js';
export { BaseEventLoop } from './core/loop/base_events.js';
export { host_callback, to_promise, wrap_future } from './core/runners/bridge.js';
export { Condition } from './core/locks/condition.js';
export { await_, coroutine, iscoroutine, iscoroutinefunction } from './core/tasks/coroutine_functions.js';
export { Coroutine } from './core/coroutines/coroutines.js';
export { create_eager_task_factory, create_task, eager_task_factory } from './core/tasks/create_task.js';
export {
  _enter_task,
  _leave_task,
  _register_task,
  _unregister_task,
  all_tasks,
  current_task,
} from './core/tasks/current.js';
export { ensure_future } from './core/tasks/ensure_future.js';
export { Event } from './core/locks/event.js';
export { EventLoop, SelectorEventLoop } from './core/loop/event_loops.js';
export { AbstractEventLoop } from './core/contract/events.js';
export { Handle, TimerHandle } from './core/contract/handles.js';
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
} from './core/common/exceptions.js';
export { Future, isfuture } from './core/futures/futures.js';
export { gather } from './core/waiting/gather.js';
export { Lock } from './core/locks/lock.js';
export {
  capture_call_graph,
  format_call_graph,
  future_add_to_awaited_by,
  future_discard_from_awaited_by,
  print_call_graph,
} from './core/graph/graph.js';
export { FrameCallGraphEntry, FutureCallGraph } from './core/graph/graph_entries.js';
export { logger } from './host/log.js';
export { main_loop, MainLoop } from './core/runners/main_loop.js';
export { LifoQueue, PriorityQueue } from './core/locks/ordered_queues.js';
export {
  AbstractEventLoopPolicy,
  DefaultEventLoopPolicy,
  get_event_loop_policy,
  set_event_loop_policy,
} from './core/contract/policies.js';
export {
  _get_running_loop,
  _set_running_loop,
  get_event_loop,
  get_running_loop,
  new_event_loop,
  set_event_loop,
} from './core/contract/current_loop.js';
export { Queue } from './core/locks/queues.js';
export { Runner } from './core/runners/runners.js';
export { run } from './core/runners/run.js';
export { run_sync } from './core/runners/run_sync.js';
export {
  BaseProtocol,
  BufferedProtocol,
  DatagramProtocol,
  Protocol,
  SubprocessProtocol,
} from './core/contract/protocols.js';
export { BoundedSemaphore, Semaphore } from './core/locks/semaphore.js';
export { shield } from './core/waiting/shield.js';
export { sleep } from './core/tasks/sleep.js';
export { TaskGroup } from './core/waiting/taskgroups.js';
export { Task } from './core/tasks/tasks.js';
export { to_thread } from './core/runners/threads.js';
export { run_coroutine_threadsafe } from './core/loop/threadsafe.js';
export { Timeout, timeout, timeout_at } from './core/waiting/timeouts.js';
export { get_host_tracking, set_host_tracking } from './core/common/tracking.js';
export {
  BaseTransport,
  DatagramTransport,
  ReadTransport,
  SubprocessTransport,
  Transport,
  WriteTransport,
} from './core/contract/transports.js';
export { ALL_COMPLETED, FIRST_COMPLETED, FIRST_EXCEPTION, wait } from './core/waiting/wait.js';
export { wait_for } from './core/waiting/wait_for.js';
export { set_gateway } from './net/connections/set_gateway.js';
export { Server } from './core/loop/servers.js';
export { StreamReader } from './net/streams/stream_reader.js';
export { StreamReaderProtocol } from './net/streams/stream_protocol.js';
export { StreamWriter } from './net/streams/stream_writer.js';
export { open_connection, open_unix_connection, start_server, start_unix_server } from './net/streams/streams.js';
export { create_subprocess_exec, create_subprocess_shell } from './net/subprocesses/subprocess.js';
export { VirtualHost } from './host/virtual.js';
export * as concurrent from './concurrent/index.js';
/** What compiled code calls; `asyncio-ts/compiled` has it. @internal */
export * as _compiled from './compiled/index.js';
export * as contextvars from './contextvars/index.js';
export * as base_events from './namespaces/base_events.js';
export * as constants from './core/common/constants.js';
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
} from './core/waiting/as_completed.js';
export type { AnyAsyncIterable, HasAiter, HasAnext } from './core/statements/async_iteration.js';
export type {
  AnyContextManager,
  AsyncContextManager,
  EnteredManager,
  EnteredValue,
  EnteredValues,
  Suppressed,
} from './core/statements/async_with.js';
export type { AsyncGeneratorState } from './core/asyncgens/asyncgens.js';
export type { Step } from './core/asyncgens/asyncgen_steps.js';
export type { Yielding, YieldsOf } from './core/asyncgens/asyncgen_functions.js';
export type { Awaitable, AwaitableOrThunk, Decorated, Gen, HasAwait, Suspension } from './core/common/awaitable.js';
export type { BarrierOptions } from './core/locks/barrier.js';
export type { LoopOptions } from './core/loop/base_events.js';
export type { SelectorEventLoopOptions } from './core/loop/event_loops.js';
export type { Body, BodyOptions } from './core/statements/bodies.js';
export type { WrapFutureOptions } from './core/runners/bridge.js';
export type { ConditionOptions } from './core/locks/condition.js';
export type { CoroutineBody, CoroutineFunction } from './core/tasks/coroutine_functions.js';
export type { CoroutineState } from './core/coroutines/coroutine_states.js';
export type { EagerTaskFactory, TaskConstructor } from './core/tasks/create_task.js';
export type { TaskKeyword } from './core/tasks/current.js';
export type { LoopKeyword } from './core/tasks/ensure_future.js';
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
} from './core/contract/loop_options.js';
export type { Callback } from './core/contract/handles.js';
export type { FrameSummary } from './core/common/format_helpers.js';
export type { DoneCallback, FutureOptions } from './core/futures/futures.js';
export type { GatherOptions, ResultOf, ResultsOf } from './core/waiting/gather.js';
export type { LockManager } from './core/locks/lock.js';
export type { CallGraphOptions, PrintCallGraphOptions } from './core/graph/graph.js';
export type { CallGraphFrame } from './core/graph/graph_entries.js';
export type { LogHandler, Logger, LogRecord } from './host/log.js';
export type { LoopBound } from './core/locks/mixins.js';
export type { PriorityQueueOptions } from './core/locks/ordered_queues.js';
export type { QueueOptions, QueueStorage } from './core/locks/queues.js';
export type { CurrentLoopKeyword } from './core/contract/policies.js';
export type { LoopFactory, RunContext, RunOptions } from './core/runners/runners.js';
export type { SemaphoreOptions } from './core/locks/semaphore.js';
export type { SleepOptions } from './core/tasks/sleep.js';
export type { Racer, RaceResult } from './core/waiting/staggered.js';
export type { TaskOptions } from './core/tasks/task_options.js';
export type { RunCoroutineThreadsafeOptions } from './core/loop/threadsafe.js';
export type { TimeoutAtOptions, TimeoutOptions } from './core/waiting/timeouts.js';
export type { ReturnWhen, WaitedFor, WaitOptions } from './core/waiting/wait.js';
export type { WaitForOptions } from './core/waiting/wait_for.js';
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
} from './core/contract/io_options.js';
export type { ProtocolFactory } from './core/contract/protocols.js';
export type {
  AddrKeyword,
  DataKeyword,
  ExtraInfoOptions,
  ListOfDataKeyword,
  ProtocolKeyword,
  SignalKeyword,
  WriteBufferLimits,
} from './core/contract/transports.js';
export type { ClientConnectedCallback, StreamReaderProtocolOptions } from './net/streams/stream_protocol.js';
export type { ServerParts } from './core/loop/server_parts.js';
export type { StreamReaderOptions } from './net/streams/stream_reader.js';
export type { StreamWriterParts } from './net/streams/stream_writer.js';
export type { StreamLimit } from './net/streams/streams.js';
export type { InputKeyword } from './net/subprocesses/process.js';
export type { CreateSubprocessOptions } from './net/subprocesses/subprocess.js';
