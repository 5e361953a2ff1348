import type { Finished, Said } from '../../../../../exercises';

export function check({ output, seconds }: Finished): Said | null {
  if (!output.includes('piece 3')) {
    return {
      en: 'The second is still counted from the beginning. Each piece should have a second of its own.',
      zh: '这一秒仍然是从头算起的。每一块数据都应当有自己的一秒。',
    };
  }
  if (output.includes('piece 4') || output.at(-1) !== 'the sender is silent') {
    return {
      en: 'The fourth piece takes five seconds. The last line should be “the sender is silent”.',
      zh: '第四块数据要等五秒，最后一行应当是 “the sender is silent”。',
    };
  }
  if (seconds < 3 || seconds > 3.5) {
    return {
      en: 'The end should come one second after piece 3, that is at 3.2 seconds. Is a larger limit around everything?',
      zh: '应当在第 3 块数据之后一秒，也就是 3.2 秒时结束。是不是只把总的时限放大了？',
    };
  }
  return null;
}
