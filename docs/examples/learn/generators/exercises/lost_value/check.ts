import type { Finished, Said } from '../../../../../exercises';

/** Typical: the start value is changed instead, which hides the lost value. */
export function check({ output, errors, source }: Finished): Said | null {
  if (errors.length > 0) return { en: `The program fails: ${errors[0]}.`, zh: `程序报错了：${errors[0]}。` };
  if (output[0]?.includes('Infinity'))
    return {
      en: 'The 9 is lost: the first `next` only runs to the first `yield`, and nobody waits for a value before.',
      zh: '9 丢失了：第一次 `next` 只是运行到第一个 `yield`，在那之前没有人在等值。',
    };
  if (!source.includes('-Infinity')) return { en: 'Leave the generator as it is.', zh: '请保持生成器本身不变。' };
  const wanted = [9, 3, 5].map((value) => `${value} sent, the largest is 9`);
  if (output.join('\n') !== wanted.join('\n'))
    return {
      en: 'Send 9, 3 and 5; the largest is 9 each time.',
      zh: '请依次发送 9、3、5；每次的最大值都应当是 9。',
    };
  return null;
}
