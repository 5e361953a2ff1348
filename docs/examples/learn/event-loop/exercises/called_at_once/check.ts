import type { Finished, Said } from '../../../../../exercises';

/** Typical: the function is called instead of given away; or the lines are put in another order. */
export function check({ output, errors }: Finished): Said | null {
  if (output[0] === 'hello Ada')
    return {
      en: '`greet` ran before the loop did: `greet("Ada")` calls it, and `call_soon` gets what it returns.',
      zh: '`greet` 在事件循环之前就执行了：`greet("Ada")` 是在调用它，`call_soon` 得到的只是返回值。',
    };
  if (errors.length > 0) return { en: `The loop reports: ${errors[0]}.`, zh: `事件循环报告：${errors[0]}。` };
  if (output.join('\n') !== 'the loop runs\nhello Ada')
    return {
      en: 'First `the loop runs` is to be printed, then `hello Ada`, both by the loop.',
      zh: '应当由事件循环先输出 `the loop runs`，再输出 `hello Ada`。',
    };
  return null;
}
