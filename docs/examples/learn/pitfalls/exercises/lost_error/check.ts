import type { Finished, Said } from '../../../../../exercises';

export function check({ output, errors, seconds }: Finished): Said | null {
  if (output.includes('all is written')) {
    return {
      en: 'Nothing was written: done() is true of a failed task, too. Nobody has looked at its exception.',
      zh: '其实什么也没写成：失败的任务 done() 也为真，而没有人查看过它的异常。',
    };
  }
  if (errors.length > 0) {
    return {
      en: 'The error is not caught. A task group raises an ExceptionGroup: take it apart by except_star.',
      zh: '错误没有被捕获。任务组抛出的是 ExceptionGroup，请用 except_star 拆开它。',
    };
  }
  if (output.at(-1) !== 'failed: the disk is full') {
    return {
      en: 'The last line should be “failed: the disk is full”.',
      zh: '最后一行应当是 “failed: the disk is full”。',
    };
  }
  if (seconds > 1.5) {
    return {
      en: 'The failure comes after one second, and is told after ten. In a task group the body is cancelled at once.',
      zh: '一秒后就失败了，十秒后才报告。放在任务组里，代码块会立即被取消。',
    };
  }
  return null;
}
