import type { Finished, Said } from '../../../../../exercises';

export function check({ output, errors, seconds }: Finished): Said | null {
  if (errors.some((line) => line.includes('never awaited'))) {
    return {
      en: 'A coroutine was never awaited: a call alone runs nothing. Look at the warning, it has the name.',
      zh: '有协程从未被等待：只调用而不等待，什么也不会运行。请看警告，里面有它的名字。',
    };
  }
  if (!output.includes('hello Ada') || !output.includes('hello Grace')) {
    return {
      en: 'Not everybody is greeted: asyncio.run() cancels the tasks that are left when main() ends. Await them.',
      zh: '没有问候到每个人：main() 结束时，asyncio.run() 会取消剩下的任务。请等待它们。',
    };
  }
  if (output.at(-1) !== 'everybody is greeted') {
    return {
      en: '“everybody is greeted” is printed before it is true.',
      zh: '“everybody is greeted” 输出得太早，那时还没有问候完。',
    };
  }
  if (seconds > 1.5) {
    return {
      en: 'One after the other takes two seconds. Both can be greeted in one.',
      zh: '一个接一个要两秒，而同时进行只要一秒。',
    };
  }
  return null;
}
