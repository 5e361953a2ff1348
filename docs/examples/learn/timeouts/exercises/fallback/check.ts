import type { Finished, Said } from '../../../../../exercises';

export function check({ output, errors, seconds, source }: Finished): Said | null {
  if (errors.some((line) => line.includes('TimeoutError'))) {
    return {
      en: 'The TimeoutError leaves main(). Inside the scope it is still a CancelledError: catch it outside of async_with.',
      zh: 'TimeoutError 传出了 main()。在超时范围之内它还是 CancelledError，要在 async_with 的外面捕获。',
    };
  }
  if (output.at(-1) === 'primary has answered') {
    return {
      en: 'The primary server needs five seconds. Nobody should wait for it longer than one.',
      zh: '主服务器要五秒才回答，等待它不应超过一秒。',
    };
  }
  if (output.at(-1) !== 'backup has answered') {
    return { en: 'The last line should be “backup has answered”.', zh: '最后一行应当是 “backup has answered”。' };
  }
  if (source.includes('CancelledError')) {
    return {
      en: 'You have caught the CancelledError inside of the scope. Then a cancellation from elsewhere is swallowed too: catch the TimeoutError outside.',
      zh: '你在超时范围之内捕获了 CancelledError，这样来自别处的取消也会被吞掉。请在外面捕获 TimeoutError。',
    };
  }
  if (seconds < 1.4 || seconds > 1.6) {
    return {
      en: 'One second for the primary server and half a second for the backup make one and a half.',
      zh: '主服务器一秒，备用服务器半秒，总共应当是一秒半。',
    };
  }
  return null;
}
