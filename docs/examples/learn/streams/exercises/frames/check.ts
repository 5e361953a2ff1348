import type { Finished, Said } from '../../../../../exercises';

export function check({ output, errors }: Finished): Said | null {
  if (output[0] !== 'frame 10 20 30') {
    return {
      en: 'The first frame is 10 20 30, in two pieces. read(3) gives at most three bytes, readexactly(3) waits for three.',
      zh: '第一帧是 10 20 30，分两块到达。read(3) 最多返回三个字节，readexactly(3) 会等到三个字节。',
    };
  }
  if (errors.some((line) => line.includes('IncompleteReadError'))) {
    return {
      en: 'The last frame is cut off: readexactly() raises IncompleteReadError, which has what came in “partial”.',
      zh: '最后一帧不完整：readexactly() 会抛出 IncompleteReadError，已到达的部分在 partial 里。',
    };
  }
  if (output[1] !== 'frame 40 50') {
    return { en: 'The second frame is 40 50.', zh: '第二帧是 40 50。' };
  }
  if (output.at(-1) !== 'cut off after 1' || output.length !== 3) {
    return {
      en: 'The last frame announces four bytes, and one has come. The last line should be “cut off after 1”.',
      zh: '最后一帧声明有四个字节，却只到了一个。最后一行应当是 “cut off after 1”。',
    };
  }
  return null;
}
