// One object of each class, to look at and to call methods of.

/** Makes them, by the path of the class. */
export function makeSamples(asyncio) {
  const { concurrent, contextvars, inspect } = asyncio;
  const loop = new asyncio.BaseEventLoop({ host: new asyncio.VirtualHost() });
  const idle = () => undefined;
  const variable = new contextvars.ContextVar('variable');
  const future = new asyncio.Future({ loop });
  const coroutine = asyncio.coroutine(function* () {});
  const task = new asyncio.Task(coroutine(), { loop });
  asyncio._set_running_loop(loop);
  const frame = asyncio.capture_call_graph(future);
  asyncio._set_running_loop(null);
  const reader = new asyncio.StreamReader({ loop });
  const streamProtocol = new asyncio.StreamReaderProtocol(reader, { loop });
  class Child extends asyncio.SubprocessTransport {
    get_pid() {
      return 1;
    }
    get_returncode() {
      return null;
    }
  }
  const samples = {
    AbstractEventLoop: new asyncio.AbstractEventLoop(),
    AbstractEventLoopPolicy: new asyncio.AbstractEventLoopPolicy(),
    AbstractServer: new asyncio.AbstractServer(),
    Barrier: new asyncio.Barrier(1),
    BaseEventLoop: loop,
    BaseException: new asyncio.BaseException(),
    BaseExceptionGroup: new asyncio.BaseExceptionGroup('group', [new asyncio.Exception()]),
    BaseProtocol: new asyncio.BaseProtocol(),
    BaseTransport: new asyncio.BaseTransport(),
    BoundedSemaphore: new asyncio.BoundedSemaphore(),
    BufferedProtocol: new asyncio.BufferedProtocol(),
    Condition: new asyncio.Condition(),
    DatagramProtocol: new asyncio.DatagramProtocol(),
    DatagramTransport: new asyncio.DatagramTransport(),
    DefaultEventLoopPolicy: new asyncio.DefaultEventLoopPolicy(),
    Event: new asyncio.Event(),
    EventLoop: new asyncio.EventLoop(),
    FrameCallGraphEntry: new asyncio.FrameCallGraphEntry(null),
    Future: future,
    FutureCallGraph: frame,
    Handle: new asyncio.Handle(idle, [], loop),
    IncompleteReadError: new asyncio.IncompleteReadError(new Uint8Array(), null),
    LifoQueue: new asyncio.LifoQueue(),
    LimitOverrunError: new asyncio.LimitOverrunError('', 0),
    Lock: new asyncio.Lock(),
    OSError: new asyncio.OSError(2, 'No such file or directory'),
    PriorityQueue: new asyncio.PriorityQueue(),
    Protocol: new asyncio.Protocol(),
    Queue: new asyncio.Queue(),
    ReadTransport: new asyncio.ReadTransport(),
    Runner: new asyncio.Runner(),
    SelectorEventLoop: new asyncio.SelectorEventLoop(),
    Semaphore: new asyncio.Semaphore(),
    Server: new asyncio.Server(loop, [], asyncio.Protocol, null, 100, null),
    StopIteration: new asyncio.StopIteration(1),
    StreamReader: reader,
    StreamReaderProtocol: streamProtocol,
    StreamWriter: new asyncio.StreamWriter(new asyncio.Transport(), streamProtocol, reader, loop),
    SubprocessProtocol: new asyncio.SubprocessProtocol(),
    SubprocessTransport: new asyncio.SubprocessTransport(),
    Task: task,
    TaskGroup: new asyncio.TaskGroup(),
    Timeout: new asyncio.Timeout(null),
    TimerHandle: new asyncio.TimerHandle(1, idle, [], loop),
    Transport: new asyncio.Transport(),
    WriteTransport: new asyncio.WriteTransport(),
    'concurrent.Executor': new concurrent.Executor(),
    'concurrent.Future': new concurrent.Future(),
    'concurrent.ProcessPoolExecutor': new concurrent.ProcessPoolExecutor(1),
    'concurrent.ThreadPoolExecutor': new concurrent.ThreadPoolExecutor(1),
    'contextvars.Context': new contextvars.Context(),
    'contextvars.ContextVar': variable,
    'contextvars.Token': variable.set(1),
    'inspect.Parameter': new inspect.Parameter('p', inspect.Parameter.KEYWORD_ONLY),
    'inspect.Signature': new inspect.Signature(),
    'subprocess.Process': new asyncio.subprocess.Process(new Child(), streamProtocol, loop),
  };
  task.cancel();
  loop.run_until_complete_sync(coroutine());
  loop.close();
  return samples;
}
