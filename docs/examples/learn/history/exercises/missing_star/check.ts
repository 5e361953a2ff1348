import type { Finished, Said } from '../../../../../exercises';

/** Typical: one star is put in, or the generators are thrown out. */
export function check({ output, errors, source }: Finished): Said | null {
  if ((source.match(/function\s*\*/g) ?? []).length < 2)
    return { en: 'Stay with the generators here.', zh: '这里请继续使用生成器。' };
  if (errors.some((line) => line.includes('Task got bad yield')))
    return {
      en: 'A coroutine still goes out by a plain `yield`: the loop gets it and does not know what to do with it.',
      zh: '仍然有协程被普通的 `yield` 交了出去：事件循环拿到它，却不知道该怎么办。',
    };
  if (errors.length > 0) return { en: `The program fails: ${errors[0]}.`, zh: `程序报错了：${errors[0]}。` };
  if (output.join('\n') !== 'first begins\nsecond begins\nFIRST and SECOND')
    return {
      en: 'At its end it is to print `FIRST and SECOND`.',
      zh: '程序最后应当输出 `FIRST and SECOND`。',
    };
  return null;
}
