import type { Finished, Said } from '../../../../../exercises';

/** Typical: a `yield*` that became nothing instead of `await`; or the loop is still made by hand. */
export function check({ output, errors, seconds, source }: Finished): Said | null {
  if (errors.length > 0) return { en: `The program fails: ${errors[0]}.`, zh: `程序报错了：${errors[0]}。` };
  if (/function\s*\*|yield/.test(source))
    return {
      en: 'There are still generators in it: `function*` becomes `async`, `yield*` becomes `await`.',
      zh: '里面还有生成器：`function*` 应当改成 `async`，`yield*` 应当改成 `await`。',
    };
  if (!source.includes('asyncio.run(') || /new_event_loop|run_until_complete/.test(source))
    return {
      en: '`asyncio.run` makes the loop, runs the coroutine and closes the loop: nothing else is needed.',
      zh: '`asyncio.run` 会创建事件循环、运行协程并关闭循环，不再需要别的调用。',
    };
  if (output.join('\n') !== 'total 110')
    return {
      en: 'It is to print `total 110`. If it prints NaN, an `await` is missing.',
      zh: '应当输出 `total 110`。如果输出了 NaN，说明少了一个 `await`。',
    };
  if (seconds !== 2) return { en: 'It is to take two seconds, as before.', zh: '用时应当和原来一样，是两秒。' };
  return null;
}
