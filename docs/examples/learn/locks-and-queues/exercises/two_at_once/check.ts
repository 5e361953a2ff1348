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
      en: 'Not all six downloads have begun. Is the semaphore released after each of them, also after the failure of b?',
      zh: '六个下载没有全部开始。每次下载之后都释放信号量了吗？b 失败之后也要释放。',
    };
  }
  if (seconds > 3.5) {
    return {
      en: 'It takes longer than three seconds: not always two are at work. A Semaphore(2) lets two in. Acquired by hand it has to be released in finally, since b fails.',
      zh: '超过了三秒：没有一直保持两个同时下载。Semaphore(2) 允许两个同时进入；如果手动获取，就要在 finally 里释放，因为 b 会失败。',
    };
  }
  return null;
}
