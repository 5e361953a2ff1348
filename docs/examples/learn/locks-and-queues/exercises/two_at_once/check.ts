import type { Finished, Said } from '../../../../../exercises';

export function check({ output, seconds }: Finished): Said | null {
  const begun = output.filter((line) => line.includes('begins'));
  if (begun.some((line) => Number(/(\d+) at work/.exec(line)?.[1]) > 2)) {
    return {
      en: 'More than two downloads are at work at the same time.',
      zh: '同时进行的下载超过了两个。',
    };
  }
  if (begun.length !== 6 || output.at(-1) !== 'end') {
    return {
      en: 'Not all six downloads have begun. If the semaphore is acquired by hand, it has to be released in finally: b fails.',
      zh: '六个下载没有全部开始。如果手动获取信号量，就要在 finally 里释放它，因为 b 会失败。',
    };
  }
  if (seconds > 3.5) {
    return {
      en: 'It takes longer than three seconds: only one at a time is at work. A semaphore of 2 lets two in.',
      zh: '超过了三秒：同一时刻只有一个在下载。Semaphore(2) 允许两个同时进入。',
    };
  }
  return null;
}
