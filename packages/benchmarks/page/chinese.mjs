/** The page's words, in Chinese. */
import { FLOORS } from '../runner/floors.mjs';

/** @type {import('../runner/tables.mjs').Words} */
export const WORDS = {
  workload: '工作负载',
  floor: '下限',
  promises: '裸 Promise',
  pays: '差额换来了什么',
  bytes: '字节',
  resident: '常驻内存',
  heap: '存活的堆',
  processor: '处理器时间',
  beyond: '……比裸 Node 多',
  wall: '墙上时间',
  mean: '时间的几何平均，不含被取消的等待者',
};

/** @type {Readonly<Record<string, string>>} */
const TITLES = {
  spawn_await: '创建任务并等待',
  spawn_gather: '用 gather 创建，每次 1000 个',
  task_groups: '用任务组创建，每次 100 个',
  sleep0_one: 'sleep(0)，一个任务',
  sleep0_many: 'sleep(0)，1000 个任务',
  future_ping_pong: '两个任务，future 来回传递',
  call_soon_chain: 'call_soon 链',
  queue_one_to_one: '容量 100 的队列，一对一',
  queue_ten_to_ten: '容量 10 的队列，十对十',
  lock_contention: '100 个任务争一把锁',
  semaphore_contention: '100 个任务争 10 个信号量',
  wait_for_ready: '对已就绪者 wait_for',
  timeout_ready: '在已就绪者外面加 timeout',
  async_generators: '异步生成器的一项',
  async_generators_awaiting: '异步生成器的一项，循环体里有 await',
  context_variables: '设置上下文变量，sleep(0) 后读取，再还原',
  cancel_storm: '创建并取消，每次 1000 个',
  deep_await: '50 层等待，不挂起',
  deep_await_suspended: '50 层等待，挂起一次',
  deep_resume: '恢复 50 层等待',
  timers: '100,000 个定时器，一半被取消',
  sleeping_tasks: '100,000 个任务睡眠再醒来',
  echo_streams: '用流做 1 KiB 的 TCP 回显，100 条连接，两端',
  echo_protocol: '用协议做同样的事',
  bulk_streams: '经一条 TCP 流传 1 MiB，两端',
  subprocess_spawn: '子进程，从启动到退出',
  sleeping_memory: '100,000 个睡眠任务中的一个',
  import_time: '一个进程，直到全部导入',
};

const THINGS = /** @type {const} */ ({ lock: '锁', event: '事件', queue: '队列' });

/**
 * @param {import('../runner/workloads.mjs').Workload} workload
 * @returns {string}
 */
export function title({ name, size, line = size }) {
  const thing = /^cancel_(lock|event|queue)_waiter/.exec(name)?.[1];
  if (thing !== undefined && size !== undefined && line !== undefined) {
    const where = THINGS[/** @type {keyof typeof THINGS} */ (thing)];
    const count = (/** @type {number} */ value) => value.toLocaleString('en');
    const lines = line < size ? `${count(size / line)} 个${where}，每处` : `${where}处`;
    return `${lines}有 ${count(line)} 个等待者，取消其一`;
  }
  const found = TITLES[name];
  if (found === undefined) throw new Error(`the workload ${name} has no Chinese title`);
  return found;
}

const TASK = '任务：在队列中的位置、上下文、结果、谁在等它。';
const CANCELLATION = '任务及其结束，把等待者从列表中取出，把 CancelledError 留作结果。';
const NEXT = '生成器的一次 next()';
const LIFE = '一个生成器从创建到运行结束';
const THROW = '创建并启动一个生成器，再向其中抛入异常';
const SAME = '同样的工作，用裸生成器';
const HOST = '与裸 Promise 相同';

/** @type {Readonly<Record<string, { floor: string, pays: string }>>} */
const CHINESE_FLOORS = {
  spawn_await: { floor: LIFE, pays: TASK },
  spawn_gather: { floor: LIFE, pays: '任务，以及按顺序保存结果的列表。' },
  task_groups: { floor: LIFE, pays: '任务，以及会取消其同伴的任务组。' },
  sleep0_one: { floor: NEXT, pays: '循环的一轮：两轮之间要查看定时器和 I/O。' },
  sleep0_many: { floor: NEXT, pays: '就绪队列，以及每一步的上下文和当前任务。' },
  future_ping_pong: { floor: '两个生成器轮流 next()', pays: '两个 future，各有一个经过队列的回调。' },
  call_soon_chain: { floor: '宿主循环的一轮', pays: '带上下文的 handle。循环的许多轮共用宿主的一轮。' },
  queue_one_to_one: { floor: NEXT, pays: 'put 和 get 各一个协程，以及两者之间的数据项。' },
  queue_ten_to_ten: { floor: NEXT, pays: 'put 和 get 各一个协程，等位置或等数据者的 future，按顺序唤醒。' },
  lock_contention: { floor: NEXT, pays: '列表中的位置、被等待的 future、其中的 sleep(0)、async with。' },
  semaphore_contention: { floor: NEXT, pays: '列表中的位置、被等待的 future、其中的 sleep(0)、async with。' },
  wait_for_ready: { floor: LIFE, pays: '设置并取消的定时器，以及会取消任务的超时。' },
  timeout_ready: { floor: LIFE, pays: '设置并取消的定时器、超时、async with。' },
  async_generators: { floor: NEXT, pays: '每一项一个可取消的可等待对象，并以异常结束。' },
  async_generators_awaiting: { floor: LIFE, pays: '同上，再加一个知道自己状态的协程对象。' },
  context_variables: { floor: NEXT, pays: '同 sleep(0)，再加一个 token，每个任务有自己的上下文。' },
  cancel_storm: { floor: THROW, pays: '任务、设置并取消的定时器、留作结果的 CancelledError。' },
  cancel_lock_waiter: { floor: THROW, pays: CANCELLATION },
  cancel_event_waiter: { floor: THROW, pays: CANCELLATION },
  cancel_queue_waiter: { floor: THROW, pays: CANCELLATION },
  deep_await: { floor: SAME, pays: '50 个协程对象，它们知道自己的状态，并且只能等待一次。' },
  deep_await_suspended: { floor: SAME, pays: '协程对象，以及循环的一轮。' },
  deep_resume: { floor: SAME, pays: '循环的一轮，以及 50 个协程始终精确的状态。' },
  timers: { floor: HOST, pays: 'handle 及其上下文，以及截止时间的精确次序。' },
  sleeping_tasks: { floor: LIFE, pays: '任务、future 和定时器；在 100,000 个之中，每个都是一次缓存未命中。' },
  echo_streams: { floor: HOST, pays: '读写的任务、有上限的缓冲、drain。' },
  echo_protocol: { floor: HOST, pays: '传输：Python 的调用次序、上限和错误。' },
  bulk_streams: { floor: HOST, pays: '读取端的上限，它让套接字暂停和继续。' },
  subprocess_spawn: { floor: HOST, pays: '传输及其管道，以及报告退出和各端结束的次序。' },
  import_time: { floor: '裸 Node', pays: '本库；程序不用的部分不会加载。' },
};

export const floors = Object.fromEntries(
  Object.keys(FLOORS).map((name) => {
    const floor = CHINESE_FLOORS[name];
    if (floor === undefined) throw new Error(`the floor of ${name} is not told in Chinese`);
    return [name, floor];
  }),
);

/** @type {Readonly<Record<keyof typeof import('./english.mjs').GOALS, string>>} */
export const GOALS = {
  cpythonNamed: '生成器写法，创建任务、sleep(0)、Future、队列、锁、gather、取消的几何平均：至少是 CPython 的 5 倍',
  uvloopNamed: '……至少是 uvloop 的 3 倍',
  cpythonMean: '同上，但包括一切不是 I/O 的负载（定时器、深层等待和异步生成器也在内）：至少是 CPython 的 5 倍',
  uvloopMean: '……至少是 uvloop 的 3 倍',
  uvloopEach: '……除下面两项外，没有一项低于 uvloop 的 1.5 倍',
  storm: '取消风暴，以及从许多等待者中取消一个：至少是 CPython 的 0.8 倍',
  deepUvloop: '深层等待：不慢于 uvloop',
  deepFloor: '……最多是裸生成器所用时间的 1.3 倍',
  peers: '每一项都领先 Effection 和 Effect，包括从等待者中取消一个：至少为 1',
  compiled: '编译写法所用时间最多是生成器写法的 1.3 倍',
  untrackedCpython: '包装写法，不跟踪，几何平均：领先 CPython',
  untrackedUvloop: '……并领先 uvloop',
  trackedCpython: '包装写法，跟踪，几何平均：领先 CPython',
  echo: 'TCP 回显：领先 uvloop，除非裸 `node:net` 也落后于它',
  echoNode: '……最多是裸 `node:net` 所用时间的 1.15 倍',
  memory: '睡眠任务的内存：少于 CPython',
  growth: '十倍的工作用十倍的时间：斜率最多 1.15',
  waiters:
    '在 100,000 个等待者的队伍中取消一个，与在 10 个的队伍中、而同样多的等待者排在别处时相同：最多 1.15 倍（括号中：与进程中只有这 10 个时相比；它们很快就死去，垃圾回收器从不复制它们）',
  start: '导入给裸 Node 增加的处理器时间少于 30 毫秒',
};

/** @type {import('./page.mjs').Texts} */
export const TEXTS = {
  title: '有多快',
  description: 'asyncio-ts 的开销，与 CPython、uvloop、裸 Promise、Effection 和 Effect 相比，以及如何测得。',
  intro: `每个工作负载都是一组做同样事情的程序：本库的三种写法，供 CPython 和 uvloop 运行的 Python，以及其他库各自惯用的写法。
每次运行都是独立的进程，各实现轮流进行（A B C A B C ……），因此机器上发生的其他事情对所有实现的影响相同。表中是整个进程处理器时间
（含垃圾回收）的中位数。引擎用来翻译和学习的最初若干次迭代不计入。命令如下：`,
  machine: '测量环境',
  rows: {
    processor: '处理器',
    processors: '处理器个数',
    memory: '内存',
    system: '系统',
    peers: '其他库',
    pythons: 'Python',
    library: 'asyncio-ts',
    date: '日期',
    runs: '每项运行次数',
  },
  goals: '目标与结果',
  goalsIntro: `数字来自下面各表：平均值，或最差的一项。没有达到的会标出，原因见[内核如何工作](contributing/kernel.md#what-is-not-reached)。`,
  goalHeads: ['目标', '测得', '最差处', '达到'],
  yes: '是',
  no: '**否**',
  python: '与 CPython 和 uvloop 相比',
  pythonIntro: `Debian 的 Python 是优化构建，pyenv 的不是；每个负载都与其中较快者相比。大于 1 表示本库更快。包装写法测两次：
带宿主跟踪（promise 的钩子，它们使 Node 20 进程中的每个 \`await\` 变慢），以及不带（\`asyncio.set_host_tracking(false)\`）。`,
  ratios: '快多少倍',
  times: '每次操作的处理器时间，微秒',
  peers: '与其他库相比',
  peersIntro: '处理器时间，微秒；没有对应功能的库记为短横线。',
  floors: '与引擎本身相比',
  floorsIntro: '分别是裸 Promise 所用时间的多少倍，以及引擎本身不可省去的时间的多少倍。',
  waiters: '从许多等待者中取消一个',
  waitersIntro: `是十个等待者时所用时间的多少倍：同样多的等待者排在别处，只有队伍的长度不同；或者没有别人等待，垃圾回收器几乎没有什么要复制。
CPython 会逐个查找。`,
  memory: '内存与启动',
  growth: '时间如何随工作量增长',
  growthIntro:
    '总时间对工作量的百分之一、十分之一和全部的斜率，两轴均取对数：1 表示成正比，许多事只做一次时会更小。括号中是后两者的斜率。',
};
