import type { Finished, Said } from '../../../../../exercises';

/** Typical: `await create_task(…)` three times, which waits three times; or the pages in the order of their arrival. */
export function check({ output, errors, seconds }: Finished): Said | null {
  if (errors.length > 0) return { en: `The program fails: ${errors[0]}.`, zh: `程序报错了：${errors[0]}。` };
  if (output.join('\n') !== 'page news, page weather, page sports')
    return {
      en: 'Print the three pages in this order: news, weather, sports.',
      zh: '请按 news、weather、sports 的顺序输出三个页面。',
    };
  if (seconds > 3.5)
    return {
      en: `It took ${seconds} seconds: an \`await\` right behind each call waits before the next page is asked for.`,
      zh: `用时 ${seconds} 秒：每次调用后立刻 \`await\`，就会等它结束才去请求下一个页面。`,
    };
  if (seconds < 2.5) return { en: 'The pages still take 3, 2 and 1 seconds.', zh: '三个页面仍然分别需要 3、2、1 秒。' };
  return null;
}
