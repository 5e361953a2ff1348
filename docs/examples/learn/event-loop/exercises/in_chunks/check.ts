import type { Finished, Said } from '../../../../../exercises';

/** Typical: `count` calls itself, which is no turn; or the loop is stopped after the first piece. */
export function check({ output, errors, seconds }: Finished): Said | null {
  if (errors.length > 0) return { en: `The program fails: ${errors[0]}.`, zh: `程序报错了：${errors[0]}。` };
  const printed = output.map((line) => line.trim()).join(' ');
  if (printed === '1 2 3 4 5 6 somebody else')
    return {
      en: 'All six come in one go. After two numbers give the rest to `call_soon`; a plain call would run at once.',
      zh: '六个数一口气全输出了。每输出两个数，就把剩下的交给 `call_soon`；直接调用会立刻执行。',
    };
  if (!output.includes('6'))
    return { en: 'It stops too early: stop the loop after the 6.', zh: '停得太早：应当在 6 之后再停止事件循环。' };
  if (printed !== '1 2 somebody else 3 4 5 6')
    return {
      en: `Wanted is \`1 2 somebody else 3 4 5 6\`; you print \`${printed}\`.`,
      zh: `应当输出 \`1 2 somebody else 3 4 5 6\`；你的输出是 \`${printed}\`。`,
    };
  if (seconds > 0) return { en: 'It needs no timer.', zh: '这里不需要定时器。' };
  return null;
}
