import type { Finished, Said } from '../../../../../exercises';

/** Typical: the error is caught around `gather`, and the good pages are lost; or the pages are fetched in turn. */
export function check({ output, errors, seconds }: Finished): Said | null {
  if (errors.some((line) => line.includes('no weather today')))
    return {
      en: 'The error of the weather comes out of `gather`, and takes the good pages along.',
      zh: 'weather 的错误从 `gather` 里冒了出来，把好的页面也一起带走了。',
    };
  if (errors.length > 0) return { en: `The program fails: ${errors[0]}.`, zh: `程序报错了：${errors[0]}。` };
  if (!output.includes('page news') || !output.includes('page sports'))
    return { en: 'The pages that are good are to be printed.', zh: '取到的页面都应当输出。' };
  if (output.length !== 3 || !output[1]?.endsWith('no weather today'))
    return {
      en: 'In its place, the second, stands the error: `no weather today`.',
      zh: '第二个位置上应当是错误信息：`no weather today`。',
    };
  if (seconds > 3) return { en: 'Fetch them at once: three seconds.', zh: '请同时去取：一共三秒。' };
  return null;
}
