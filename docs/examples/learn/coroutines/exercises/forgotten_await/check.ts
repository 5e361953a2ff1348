import type { Finished, Said } from '../../../../../exercises';

/** Typical: only the first call is awaited, or the lines are printed by hand. */
export function check({ output, errors, seconds, source }: Finished): Said | null {
  if (errors.some((line) => line.includes('was never awaited')))
    return {
      en: 'A coroutine was made, but nobody awaited it: the call alone runs nothing.',
      zh: '创建了协程，却没有人等待它：仅仅调用函数不会执行任何代码。',
    };
  if (errors.length > 0) return { en: `Python would complain too: ${errors[0]}.`, zh: `程序报错了：${errors[0]}。` };
  if (!source.includes('asyncio.sleep')) return { en: 'Leave `greet` as it is.', zh: '请保持 `greet` 不变。' };
  if (output.length > 0 && seconds === 0)
    return { en: '`greet` is to print the lines, not `main`.', zh: '这些行应当由 `greet` 输出，而不是 `main`。' };
  if (output.join('\n') !== 'hello Ada\nhello Grace')
    return {
      en: 'The program is to print `hello Ada`, then `hello Grace`.',
      zh: '程序应当先输出 `hello Ada`，再输出 `hello Grace`。',
    };
  return null;
}
