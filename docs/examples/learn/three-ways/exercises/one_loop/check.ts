import type { Finished, Said } from '../../../../../exercises';

/** Typical: `open` waits for the connection, which then needs no second run; or the runner is never closed. */
export function check({ output, errors, source }: Finished): Said | null {
  if (errors.some((line) => line.includes('CancelledError')))
    return {
      en: '`asyncio.run` cancels at its end whatever still runs: the connection is gone before `use` begins.',
      zh: '`asyncio.run` 结束时会取消所有仍在运行的任务：`use` 开始之前，连接就已经没了。',
    };
  if (errors.length > 0) return { en: `The program fails: ${errors[0]}.`, zh: `程序报错了：${errors[0]}。` };
  if (output.join('\n') !== 'connected') return { en: 'Print `connected`, once.', zh: '应当输出一次 `connected`。' };
  if (!source.includes('asyncio.Runner'))
    return {
      en: 'Keep `open` and `use` as two runs on one loop: that is what a `Runner` is for.',
      zh: '请保持 `open` 和 `use` 分两次在同一个事件循环上运行：`Runner` 正是为此准备的。',
    };
  if (!/\.close\(\)|using /.test(source))
    return { en: 'The runner has to be closed at the end.', zh: '最后应当关闭 runner。' };
  return null;
}
