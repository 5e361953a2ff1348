import type { Finished, Said } from '../../../../../exercises';

/** Typical: the longer generator is cut off with the shorter, or a finished one is put back for ever. */
export function check({ output, errors }: Finished): Said | null {
  if (errors.length > 0) return { en: `The program fails: ${errors[0]}.`, zh: `程序报错了：${errors[0]}。` };
  const printed = output.join(' ');
  if (printed === 'A B C D 1 2')
    return {
      en: 'The letters run to their end first. After one step a generator has to go to the back of the queue.',
      zh: '字母先全部输出了。生成器走完一步之后，应当回到队列的末尾。',
    };
  if (printed === 'A 1 B 2')
    return {
      en: 'When the numbers are over, the letters are to go on: C and D are missing.',
      zh: '数字结束之后，字母还应当继续：缺少 C 和 D。',
    };
  if (printed !== 'A 1 B 2 C D')
    return {
      en: `Wanted is \`A 1 B 2 C D\`, each on a line of its own; you print \`${printed}\`.`,
      zh: `应当依次输出 \`A 1 B 2 C D\`，每个占一行；你的输出是 \`${printed}\`。`,
    };
  return null;
}
