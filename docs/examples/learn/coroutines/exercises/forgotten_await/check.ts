import type { Finished, Said } from '../../../../../exercises';

/** Typical: only the first call is awaited, or the lines are printed by hand. */
export function check({ output, errors, source }: Finished): Said | null {
  if (errors.some((line) => line.includes('was never awaited')))
    return {
      en: 'A coroutine was made, but nobody awaited it: the call alone runs nothing.',
      zh: '创建了协程，却没有人等待它：仅仅调用函数不会执行任何代码。',
    };
  if (errors.length > 0) return { en: `Python would complain too: ${errors[0]}.`, zh: `程序报错了：${errors[0]}。` };
  if (!source.includes('asyncio.sleep')) return { en: 'Leave `greet` as it is.', zh: '请保持 `greet` 不变。' };
  if (output.join('\n') !== 'hello Ada\nhello Grace')
    return {
      en: 'The program is to print `hello Ada`, then `hello Grace`.',
      zh: '程序应当先输出 `hello Ada`，再输出 `hello Grace`。',
    };
  return null;
}
