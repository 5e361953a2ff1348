// What is not as in Python, each with its reason. An entry that isn't needed any more fails the check.

/** Differences that stay: the name, what the check says about it, and why it is so. @public */
export const DIFFERENCES = [
  {
    name: 'asyncio.*Handle',
    problems: [/can't be given by keyword/, /isn't taken/],
    reason: 'loops make handles, one for each callback: there is no time to look for keywords',
  },
  {
    name: 'asyncio.AbstractEventLoop.shutdown_default_executor',
    problems: [/'timeout'$/],
    reason: 'all loops of Python take it, but the contract forgets it; TypeScript would not let a caller pass it',
  },
  {
    name: 'asyncio.*EventLoop',
    problems: [/^there is a keyword 'host'$/],
    reason: 'the host is what selectors are in Python: where the loop gets its time and its turns',
  },
  {
    name: 'asyncio.*Protocol.*',
    problems: [/can't be given by keyword/, /isn't taken/],
    reason: "transports call these methods of a program's own classes, by position: JavaScript gives nothing by name",
  },
  {
    name: 'asyncio.AbstractEventLoop.create_connection',
    problems: [/^there is a keyword 'all_errors'$/],
    reason: 'all loops of Python take it, but the contract forgets it; TypeScript would not let a caller pass it',
  },
  {
    name: 'asyncio.*EventLoop.create_unix_server',
    problems: [/^there is a keyword 'cleanup_socket'$/],
    reason: 'the loops of Python that have the method take it; TypeScript would not let a caller pass it',
  },
  {
    name: 'asyncio.AbstractEventLoop.create_datagram_endpoint',
    problems: [/^'reuse_address' can't be given by keyword/],
    reason: 'no loop of Python takes it any more; TypeScript would let a caller pass it to each',
  },
  {
    name: 'asyncio.*EventLoop.sock_recv',
    problems: [/'nbytes'/, /^there is a keyword 'n'$/],
    reason: "the contract and the loops don't agree in Python; TypeScript has one declaration for both",
  },
  {
    name: 'asyncio.AbstractEventLoop.subprocess_exec',
    problems: [/^there is a parameter 'program'$/],
    reason: 'no loop of Python does without; in the contract it is the first of `args`',
  },
  {
    name: 'asyncio.Transport',
    problems: [/^it doesn't extend WriteTransport$/],
    reason: 'JavaScript has no second superclass; `instanceof` says what it says in Python',
  },
  {
    name: 'asyncio.StreamReaderProtocol',
    problems: [/^it doesn't extend FlowControlMixin$/],
    reason: 'JavaScript has no second superclass; what the mixin does, the protocol does',
  },
  {
    name: 'asyncio.PriorityQueue',
    problems: [/^there is a keyword 'key'$/],
    reason: 'objects of JavaScript have no order of their own',
  },
  {
    name: 'asyncio.wrap_future',
    problems: [/^there is a keyword 'cancel'$/],
    reason: 'a promise has no cancellation of its own',
  },
  {
    name: 'contextvars.Context.run',
    problems: [/^it takes no keywords$/],
    reason: 'JavaScript calls functions without keywords; an object at the end is an argument',
  },
  {
    name: 'asyncio.to_thread',
    problems: [/^it takes no keywords$/],
    reason: 'JavaScript calls functions without keywords; an object at the end is an argument',
  },
  {
    name: 'concurrent.futures.ThreadPoolExecutor.prepare_context',
    problems: [/^it is missing$/],
    reason: 'what a thread keeps between its calls is made in the thread, where no method of the executor exists',
  },
  {
    name: 'concurrent.futures.*Executor.submit',
    problems: [/^it takes no keywords$/],
    reason: 'JavaScript calls functions without keywords; an object at the end is an argument',
  },
  {
    name: 'inspect.Signature.bind*',
    problems: [/^it takes no keywords$/],
    reason: 'it does, as an object at the end, which TypeScript has no way to tell from another argument',
  },
];

const patternOf = (name) => new RegExp(`^${name.replaceAll('.', '\\.').replaceAll('*', '\\w*')}$`);

/** Parts what was found into differences that have a reason, and problems; entries without a use are problems as well. */
export function settle(findings) {
  const differences = [];
  const problems = [];
  const unused = new Set(DIFFERENCES);
  for (const finding of findings) {
    const isMeant = ({ name, problems: texts }) =>
      patternOf(name).test(finding.name) && texts.some((text) => text.test(finding.problem));
    const known = DIFFERENCES.find(isMeant);
    if (known === undefined) problems.push(finding);
    else {
      unused.delete(known);
      differences.push({ ...finding, reason: known.reason });
    }
  }
  for (const { name, reason } of unused) {
    problems.push({ name, problem: `is in the table of differences (${reason}), but has none` });
  }
  return { differences, problems };
}
