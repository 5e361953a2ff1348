import type { Finished, Said } from '../../../../../exercises';

export function check({ output, seconds }: Finished): Said | null {
  if (!output.includes('turn 2: news') || !output.includes('turn 3: OSError')) {
    return {
      en: 'The watcher has given up at an OSError. It should go on after errors, and stop only at a cancellation.',
      zh: '遇到 OSError 就放弃了。出错后应当继续尝试，只有被取消时才停下。',
    };
  }
  if (seconds > 4) {
    return {
      en: 'The watcher goes on after the cancellation: its catch takes the CancelledError for one more error.',
      zh: '取消之后它仍在运行：catch 把 CancelledError 也当成了普通错误。',
    };
  }
  if (output.some((line) => line.includes('CancelledError'))) {
    return {
      en: 'A cancellation is no failure of the poll: throw it on before anything is printed.',
      zh: '取消并不是轮询失败：应当在输出任何内容之前就把它继续抛出。',
    };
  }
  if (output.at(-1) !== 'cancelled') {
    return {
      en: 'The watcher stops, but counts as finished: it returns where it should throw the CancelledError on.',
      zh: '它停下了，却被当作正常结束：应当继续抛出 CancelledError，而不是 return。',
    };
  }
  return null;
}
