// The tests that don't run in a browser: whole files, or those whose names contain a text, each with its reason. An entry with a
// `pass` concerns the tests as they are written, or in compiled style, only.

const NODE = 'starts processes of Node, listens at sockets, writes files, or needs its modules to ask with';
const SOCKETS = 'a browser refuses sockets before it looks at the values';
const COLLECTOR = 'needs the garbage collector at a certain time, which a page is not given';
const PLACES = 'asks for the name of a source file, and in a bundle there is none';
const REALMS = 'needs another realm, which `node:vm` makes';
const TRACKER =
  'a native body comes back from a promise of the host: only Node can tell whose it is (docs/differences.md)';
const TURN =
  'while the microtasks of an awaited promise end, a page may run a timer of its own, which then counts as the task’s (docs/differences.md)';
const NATIVE = 'is about native bodies, and in compiled style there are none';
const BLOCKS = 'what blocks is refused in a page; in a worker, where it is allowed, the rest of its file runs';

/** @type {readonly { file: string, test?: string, reason: string, pass?: 'written' | 'compiled' }[]} */
export const EXCLUDED = [
  { file: 'compiled.helpers', reason: "compiles with TypeScript's own module" },
  { file: 'core.executors', reason: NODE },
  { file: 'core.main_loop', reason: NODE },
  { file: 'core.threads', reason: NODE },
  { file: 'laws.law9_host', reason: NODE },
  { file: 'builtins.exceptions', reason: REALMS },
  ...named('compiled.functions', 'shows the text of a function, which a bundle has shortened', [
    'is known › to inspect',
  ]),
  ...named('core.abort', NODE, ['from_signal']),
  ...named('core.asyncgens', COLLECTOR, [
    // If it comes before the loop ends, it finds them in an order of its own.
    'steps that were never awaited are warned of',
  ]),
  ...named('core.base_events', BLOCKS, ['run_until_complete_sync › really sleeps']),
  ...named('core.base_events', TRACKER, ['two loops at once › run interleaved'], 'written'),
  ...named('core.bridge', NODE, ['made inside a loop, it makes tasks of that loop']),
  ...named(
    'core.bridge',
    TRACKER,
    ['is known to its task when it comes back', 'so are asynchronous generators'],
    'written',
  ),
  ...named('core.chrome_trace', NODE, ['is written into a file']),
  ...named('core.contract', SOCKETS, ['what the values are comes out at the first step']),
  ...named('core.debug', PLACES, ['where a coroutine was made']),
  ...named('core.debug', NODE, ['debug mode of a whole process', 'an unclosed loop is reported as the process ends']),
  ...named('core.coroutines', PLACES, ['cr_origin tells in debug mode where it was made']),
  ...named('core.coroutines', COLLECTOR, ['is reported › when it is collected']),
  ...named('core.coroutines', NODE, ['is reported › when the process exits']),
  ...named('core.current', TRACKER, ['after a foreign promise a native body still knows its task'], 'written'),
  ...named('core.events', NODE, ['a handle › shows its callback, and can be cancelled']),
  ...named('core.events', PLACES, ['in debug mode shows']),
  ...named('core.exception_handling', NODE, ['an error of what nobody awaits does not reject anything']),
  ...named('core.format_helpers', PLACES, ['is that of the caller, oldest frame first']),
  ...named('core.futures', NODE, ['is what String and inspect show', 'can be awaited outside of a task']),
  ...named('core.futures', PLACES, ['where the future was made']),
  ...named('core.graph', PLACES, ['the call graph › has reprs']),
  ...named('core.reports', COLLECTOR, ['does not keep its subject alive']),
  ...named('core.reports', NODE, ['what is left at the end of the process']),
  ...named('core.runners', TRACKER, ['that awaits a foreign promise first, and then sleeps']),
  ...named('core.runners', BLOCKS, ['blocks until the program has ended, and really sleeps']),
  ...named('core.runners', NODE, ['Ctrl-C', 'that nobody catches end the process with an error']),
  ...named('core.tasks', PLACES, [
    'the task was made',
    'of a pending task is the frame of its coroutine',
    'where it was made',
  ]),
  ...named('core.tracing', PLACES, ['says where, in debug mode']),
  ...named('core.tracing', TRACKER, ['a promise of the host: the step after it has no handle'], 'written'),
  ...named('core.tracing', COLLECTOR, ['keeps no task and no future alive']),
  ...named('core.tracking', TRACKER, ['is found by its task']),
  ...named('core.transports', NODE, ['raises whatever else', 'writes several pieces', 'does nothing that a program']),
  ...named('builtins.arguments', REALMS, ['is true of object literals of any realm']),
  ...named('builtins.except_star', REALMS, ['leaves a thrown value that is no error']),
  ...named('builtins.groups', NODE, ["Node's inspect"]),
  ...named('builtins.groups', REALMS, ['native classes match native errors']),
  ...named('builtins.oserrors', NODE, ['fromSystemError › makes the OSError', "Node's inspect"]),
  ...named('builtins.oserrors', 'no browser has error numbers of its own', ['can be those of another platform']),
  ...named('builtins.repr', NODE, ['repr of bytes', 'installRepr', "the name that Python's messages give"]),
  ...named('builtins.repr', REALMS, [
    'another realm',
    'of native errors',
    'of exceptions is their message',
    'any realm',
  ]),
  ...named('builtins.ring', COLLECTOR, ['keeps nothing alive']),
  ...named('contextvars.state', NODE, ['is shared by all copies of the library']),
  ...named('contextvars.context', COLLECTOR, ['keep no variable alive']),
  ...named('laws.law10_stall', NODE, ['with a real clock the process warns']),
  ...named('laws.law6_contexts', TURN, ['nothing of a task is left in the context']),
  ...named('laws.law7_errors', COLLECTOR, ['a future that is collected before']),
  ...named('laws.law8_lifecycle', NODE, ['Ctrl-C cancels the main task']),
  ...named('compiled.coroutines', NATIVE, ['a native body within cannot be stepped by hand'], 'compiled'),
  ...named(
    'core.async_with',
    'what `__aexit__` sees here is what an uncompiled `await using` shows it',
    ['enter serves await using'],
    'compiled',
  ),
  ...named('core.asyncgens', NATIVE, ['a native body › can be begun by a task only'], 'compiled'),
  ...named('core.base_events', NATIVE, ['run_until_complete_sync › refuses what needs the host'], 'compiled'),
  ...named('core.bridge', NATIVE, ['without tracking › is refused when it comes back'], 'compiled'),
  ...named('core.coroutines', NATIVE, ['a native body › '], 'compiled'),
  ...named('core.create_task', NATIVE, ['of a native body is scheduled'], 'compiled'),
  ...named('core.native', NATIVE, ['a blocking run refuses', 'a future that is its own result'], 'compiled'),
  ...named('core.runners', NATIVE, ['run_sync › refuses what needs the host'], 'compiled'),
  ...named('core.scheduler', NATIVE, ['comes while a drain is waited for'], 'compiled'),
  ...named('core.tracking', NATIVE, ['without tracking the await'], 'compiled'),
];

function named(file, reason, tests, pass) {
  return tests.map((test) => ({ file, test, reason, pass }));
}
