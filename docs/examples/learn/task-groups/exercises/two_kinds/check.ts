import type { Finished, Said } from '../../../../../exercises';

export function check({ output, errors }: Finished): Said | null {
  if (output.length === 0 && errors.length === 0) {
    return {
      en: 'Nothing is printed, and three errors are lost: what is caught is a group, which is neither a KeyError nor an OSError.',
      zh: '什么也没有输出，三个错误都丢了：捕获到的是异常组，它既不是 KeyError，也不是 OSError。',
    };
  }
  if (errors.length > 0) {
    return {
      en: 'Some errors leave main(): each kind needs a clause of its own in except_star.',
      zh: '有错误传出了 main()：每一种错误在 except_star 中都要有自己的子句。',
    };
  }
  if (!output.includes('missing: color') || !output.includes('missing: size')) {
    return {
      en: 'Two keys are missing, color and size. A clause gets all errors of its kind at once, in errors.exceptions.',
      zh: '缺少两个键：color 和 size。一个子句会一次得到同一种类的所有错误，见 errors.exceptions。',
    };
  }
  if (!output.includes('system: disk full')) {
    return { en: 'The line “system: disk full” is missing.', zh: '缺少 “system: disk full” 这一行。' };
  }
  if (output.length !== 3) {
    return { en: 'Each error should be printed once: three lines.', zh: '每个错误应当只输出一次，共三行。' };
  }
  return null;
}
