import type { Finished, Said } from '../../../../../exercises';

export function check({ output, seconds, source }: Finished): Said | null {
  if (output.at(-1) !== 'passed') {
    return {
      en: 'The test looks before the letter is there. Wait for the task instead of guessing how long it takes.',
      zh: '测试在信送到之前就去查看了。请等待任务，而不是猜它需要多久。',
    };
  }
  if (!source.includes('sleep(1.5)')) {
    return {
      en: 'Leave deliver() as it is: it takes one and a half seconds. The test is what has to change.',
      zh: '不要改动 deliver()：它需要一秒半。要改的是测试。',
    };
  }
  if (source.split('asyncio.sleep(').length > 2 || seconds > 1.6) {
    return {
      en: 'It passes, but the test still guesses. Tomorrow the delivery takes longer: await the task, without a sleep.',
      zh: '通过了，但测试仍然在猜。明天也许会更慢：请直接等待任务，不要用 sleep。',
    };
  }
  return null;
}
