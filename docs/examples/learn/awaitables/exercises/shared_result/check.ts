import type { Finished, Said } from '../../../../../exercises';

/** Typical: the settings are loaded twice, or one widget after the other. */
export function check({ output, errors, seconds }: Finished): Said | null {
  if (errors.some((line) => line.includes('being awaited already') || line.includes('cannot reuse')))
    return {
      en: 'Two await the same coroutine. A coroutine can be awaited once; what can be awaited by many?',
      zh: '两处等待了同一个协程。协程只能被等待一次；什么可以被多处等待？',
    };
  if (errors.length > 0) return { en: `The program fails: ${errors[0]}.`, zh: `程序报错了：${errors[0]}。` };
  if (output.filter((line) => line === 'loading').length !== 1)
    return { en: 'The settings are to be loaded once.', zh: '设置应当只加载一次。' };
  if ([...output].sort().join('\n') !== 'clock is dark\nloading\nmenu is dark')
    return { en: 'Both, `menu` and `clock`, are to be dark.', zh: '`menu` 和 `clock` 都应当是 dark。' };
  if (seconds !== 1) return { en: 'It is to take one second.', zh: '用时应当是一秒。' };
  return null;
}
