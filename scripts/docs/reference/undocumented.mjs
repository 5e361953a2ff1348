// What Python has, and its documentation has no anchor for: the link leads to the page then. A star stands for any end.
// Compared with the inventory of Sphinx (`objects.inv`) of Python 3.11, and what came since with the release notes.

const NAMES = [
  ...['asyncio.AbstractServer*', 'asyncio.BaseEventLoop', 'asyncio.FrameCallGraphEntry*', 'asyncio.FutureCallGraph*'],
  ...['asyncio.StreamReaderProtocol*', 'asyncio._get_running_loop', 'asyncio._set_running_loop'],
  ...[
    'asyncio.iscoroutinefunction',
    'asyncio.DefaultEventLoopPolicy.*',
    'asyncio.Transport.*',
    'asyncio.TimerHandle.cancel',
  ],
  ...[
    'asyncio.BoundedSemaphore.release',
    'asyncio.BufferedProtocol.connection_made',
    'asyncio.Protocol.connection_made',
  ],
  ...['asyncio.DatagramProtocol.connection_made', 'asyncio.SubprocessProtocol.connection_made'],
  ...['asyncio.StreamReader.exception', 'asyncio.StreamReader.feed_data', 'asyncio.StreamReader.set_exception'],
  ...['asyncio.StreamReader.set_transport', 'asyncio.Task.set_exception', 'asyncio.Task.set_result'],
  'asyncio.TaskGroup.cancel', // of Python 3.15
  ...['concurrent.futures.ProcessPoolExecutor.map', 'concurrent.futures.ProcessPoolExecutor.shutdown'],
  ...['concurrent.futures.ProcessPoolExecutor.submit', 'concurrent.futures.ThreadPoolExecutor.*'],
  ...[
    'inspect.AGEN_*',
    'inspect.CORO_*',
    'inspect.GEN_*',
    'inspect.Parameter.KEYWORD_ONLY',
    'inspect.Parameter.POSITIONAL_*',
  ],
  ...[
    'inspect.Parameter.VAR_*',
    'StopIteration.value',
    'socket.AF_UNSPEC',
    'socket.AI_*',
    'socket.EAI_*',
    'socket.IP*',
  ],
  ...['socket.NI_*', 'socket.SHUT_*', 'socket.SO_*', 'socket.SOL_*', 'socket.TCP_*', 'ssl.CertificateError.*'],
  ...['ssl.OP_ENABLE_KTLS', 'ssl.OP_LEGACY_SERVER_CONNECT', 'ssl.Purpose', 'ssl.SSLObject.*', 'ssl.SSL_ERROR_*'],
];

const PATTERN = new RegExp(`^(${NAMES.map((name) => name.replaceAll('.', '\\.').replace(/\*$/, '.*')).join('|')})$`);

export const isUndocumented = (name) => PATTERN.test(name);
