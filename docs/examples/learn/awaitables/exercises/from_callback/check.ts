import type { Finished, Said } from '../../../../../exercises';

/** Typical: a sleep that is as long as the answer takes, instead of a wait for the answer. */
export function check({ output, errors, seconds, source }: Finished): Said | null {
  if (errors.length > 0) return { en: `The program fails: ${errors[0]}.`, zh: `程序报错了：${errors[0]}。` };
  if (output[0] === 'nothing')
    return {
      en: '`ask_async` returns before the callback is called: it needs something to await.',
      zh: '`ask_async` 在回调被调用之前就返回了：它需要一个可以等待的东西。',
    };
  if (/asyncio\.sleep|setTimeout/.test(source))
    return {
      en: 'A sleep only guesses how long the answer takes: await a future that the callback sets.',
      zh: '睡眠只是在猜测答案要多久：请等待一个由回调设置结果的 Future。',
    };
  if (output.join('\n') !== 'the answer to life')
    return { en: 'Print `the answer to life`, once.', zh: '应当输出一次 `the answer to life`。' };
  if (seconds !== 1) return { en: 'The answer takes one second.', zh: '答案需要一秒才会到。' };
  return null;
}
