/** What the names of asyncio-ts make. A test compares this with Python's own list of names. */

/** The kinds of objects that the rules tell apart. */
export type Kind =
  | 'Coroutine'
  | 'Future'
  | 'Task'
  | 'TaskGroup'
  | 'Timeout'
  | 'EventLoop'
  | 'Runner'
  | 'Queue'
  | 'Lock'
  | 'Event'
  | 'Condition'
  | 'Barrier'
  | 'Promise';

/** What functions return. */
export const FUNCTIONS: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  ...kind('Coroutine', 'sleep', 'wait', 'wait_for', 'to_thread', 'open_connection', 'start_server'),
  ...kind('Coroutine', 'open_unix_connection', 'start_unix_server'),
  ...kind('Coroutine', 'create_subprocess_exec', 'create_subprocess_shell'),
  ...kind('Coroutine', 'async_with', 'async_for', 'enter', 'await_', 'anext', 'staggered_race'),
  ...kind('Future', 'gather', 'shield', 'wrap_future', 'ensure_future'),
  ...kind('Task', 'create_task', 'current_task'),
  ...kind('Timeout', 'timeout', 'timeout_at'),
  ...kind('EventLoop', 'get_running_loop', 'get_event_loop', 'new_event_loop'),
]);

/** What `new` makes, and what an annotation means. */
export const CLASSES: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  ...kind('EventLoop', 'AbstractEventLoop', 'BaseEventLoop', 'SelectorEventLoop', 'EventLoop'),
  ...kind('Queue', 'Queue', 'LifoQueue', 'PriorityQueue'),
  ...kind('Lock', 'Lock', 'Semaphore', 'BoundedSemaphore'),
  ...kind('Coroutine', 'Coroutine'),
  ...kind('Future', 'Future'),
  ...kind('Task', 'Task'),
  ...kind('TaskGroup', 'TaskGroup'),
  ...kind('Timeout', 'Timeout'),
  ...kind('Runner', 'Runner'),
  ...kind('Event', 'Event'),
  ...kind('Condition', 'Condition'),
  ...kind('Barrier', 'Barrier'),
]);

/** What methods return. */
export const METHODS: Partial<Readonly<Record<Kind, ReadonlyMap<string, Kind>>>> = {
  EventLoop: new Map([
    ...kind('Task', 'create_task'),
    ...kind('Future', 'create_future', 'run_in_executor'),
    ...kind('Coroutine', 'shutdown_asyncgens', 'shutdown_default_executor', 'create_connection', 'create_server'),
  ]),
  TaskGroup: new Map(kind('Task', 'create_task')),
  Queue: new Map(kind('Coroutine', 'get', 'put', 'join')),
  Lock: new Map(kind('Coroutine', 'acquire')),
  Event: new Map(kind('Coroutine', 'wait')),
  Condition: new Map(kind('Coroutine', 'acquire', 'wait', 'wait_for')),
  Barrier: new Map(kind('Coroutine', 'wait', 'reset', 'abort')),
};

/** What takes a function of no arguments as the body of a task, and where. */
export const BODY_TAKERS: ReadonlyMap<string, number> = new Map([
  ...['create_task', 'ensure_future', 'run', 'run_sync', 'shield', 'wait_for', 'host_callback', 'to_promise'].map(
    (name) => [name, 0] as const,
  ),
  ['async_with', 1],
  ['async_for', 1],
]);

/** Methods that take one, by the kind of their object. All take it first. */
export const BODY_TAKING_METHODS: Partial<Readonly<Record<Kind, readonly string[]>>> = {
  EventLoop: ['create_task', 'run_until_complete', 'run_until_complete_sync'],
  TaskGroup: ['create_task'],
  Runner: ['run'],
};

/** Methods of Python's protocols, which are coroutine functions by their names. */
export const PROTOCOL_METHODS: ReadonlySet<string> = new Set(['__aenter__', '__aexit__', '__anext__']);

/** Modules of Python's package whose names are also at its root: `asyncio.tasks.create_task`. */
export const SUBMODULES: ReadonlySet<string> = new Set([
  ...['base_events', 'coroutines', 'events', 'exceptions', 'futures', 'locks', 'queues', 'runners', 'staggered'],
  ...['taskgroups', 'tasks', 'threads', 'timeouts', 'streams', 'subprocess'],
]);

function kind(name: Kind, ...makers: string[]): [string, Kind][] {
  return makers.map((maker) => [maker, name]);
}
