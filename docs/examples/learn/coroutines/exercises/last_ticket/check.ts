import type { Finished, Said } from '../../../../../exercises';

/** Typical: the payment is thrown out, or the two buyers are served one after the other. */
export function check({ output, errors, seconds, source }: Finished): Said | null {
  if (errors.length > 0) return { en: `The program fails: ${errors[0]}.`, zh: `程序报错了：${errors[0]}。` };
  if (output.includes('-1 left'))
    return {
      en: 'Both have bought the only ticket: between the look at `tickets` and its change there is an `await`.',
      zh: '两个人都买到了唯一的一张票：在检查 `tickets` 和修改它之间有一个 `await`。',
    };
  if (!source.includes('asyncio.sleep(0.1)') || seconds < 0.09)
    return { en: 'The payment is still to take 0.1 seconds.', zh: '付款仍然应当花费 0.1 秒。' };
  if (!source.includes('asyncio.gather'))
    return {
      en: 'Both are to come at the same time: keep the `gather`.',
      zh: '两个人应当同时来买票：请保留 `gather`。',
    };
  if ([...output].sort().join('\n') !== '0 left\nAda has a ticket\nGrace has none')
    return {
      en: 'Ada is to have the ticket, Grace is to have none, and 0 are left.',
      zh: '应当是 Ada 买到票，Grace 没有买到，剩余 0 张。',
    };
  return null;
}
