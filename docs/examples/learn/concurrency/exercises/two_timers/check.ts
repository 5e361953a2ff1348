import type { Finished, Said } from '../../../../../exercises';

/** Typical: the tasks are made, but `main` doesn't wait for them; or it waits before it makes the second. */
export function check({ output, errors, seconds }: Finished): Said | null {
  if (errors.length > 0) return { en: `The program fails: ${errors[0]}.`, zh: `程序报错了：${errors[0]}。` };
  if (output.at(-1) !== 'breakfast' || output.length < 3)
    return {
      en: 'Breakfast is only ready when both have rung: `main` has to wait for both tasks.',
      zh: '两个定时器都响过之后才能吃早餐：`main` 必须等待两个任务。',
    };
  if (seconds > 3)
    return {
      en: `It takes ${seconds} seconds: the second task is made only after the first one has ended.`,
      zh: `用时 ${seconds} 秒：第一个任务结束之后，才创建了第二个任务。`,
    };
  if (output.join('\n') !== 'toast rings\neggs rings\nbreakfast')
    return { en: 'Toast takes two seconds, eggs take three.', zh: '吐司要两秒，鸡蛋要三秒。' };
  return null;
}
