import type { Finished, Said } from '../../../../../exercises';

/** Typical: a `yield` without its star. */
export function check({ output, errors, seconds, source }: Finished): Said | null {
  if (errors.some((line) => line.includes('bad yield')))
    return {
      en: 'A star is missing: `await` becomes `yield*`, not `yield`.',
      zh: '少了星号：`await` 应当改成 `yield*`，而不是 `yield`。',
    };
  if (errors.length > 0) return { en: `The program fails: ${errors[0]}.`, zh: `程序报错了：${errors[0]}。` };
  if (/\basync\b(?!io)/.test(source))
    return { en: 'There is still an `async` function in it.', zh: '里面还有 `async` 函数。' };
  if ((source.match(/\bawait\b/g) ?? []).length > 1)
    return {
      en: 'Only the last line keeps its `await`: there JavaScript waits, not a coroutine.',
      zh: '只有最后一行保留 `await`：那里等待的是 JavaScript，而不是协程。',
    };
  if (output.join('\n') !== 'together 9') return { en: 'Print `together 9`.', zh: '应当输出 `together 9`。' };
  if (seconds !== 2) return { en: 'It is to take two seconds, as before.', zh: '用时应当和原来一样，是两秒。' };
  return null;
}
