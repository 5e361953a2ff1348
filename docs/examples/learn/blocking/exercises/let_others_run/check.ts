import type { Finished, Said } from '../../../../../exercises';

/** Typical: a coroutine is made of the computation and awaited, which lets nobody run; or the wait takes time. */
export function check({ output, errors, seconds }: Finished): Said | null {
  if (errors.some((line) => line.includes('was never awaited')))
    return {
      en: '`asyncio.sleep(0)` does nothing unless it is awaited.',
      zh: '`asyncio.sleep(0)` 必须被等待才会起作用。',
    };
  if (errors.length > 0) return { en: `The program fails: ${errors[0]}.`, zh: `程序报错了：${errors[0]}。` };
  if (output.at(-1) !== 'sum 1998000')
    return { en: 'The sum is to be 1998000, as before.', zh: '总和应当和原来一样，是 1998000。' };
  const drawn = output.map((line) => line.includes('drawn'));
  if (output.length !== 9 || drawn.filter((isDrawn) => isDrawn).length !== 4)
    return { en: 'All four steps and all four drawings are to be printed.', zh: '四个步骤和四次绘制都应当输出。' };
  if (!drawn.slice(0, 8).every((isDrawn, place) => isDrawn === (place % 2 === 1)))
    return {
      en: 'After each step the page is to be drawn once: `work` has to let go of the thread between its steps.',
      zh: '每一步之后都应当绘制一次页面：`work` 必须在两步之间让出线程。',
    };
  if (seconds > 0)
    return { en: 'Give up the turn without waiting for any time.', zh: '只需让出执行权，不要真的等待一段时间。' };
  return null;
}
