import type { Finished, Said } from '../../../../../exercises';

export function check({ output, errors }: Finished): Said | null {
  const end = output.findIndex((line) => line.startsWith('main goes on'));
  const stopped = output.indexOf('heart stopped');
  if (end < 0 || errors.length > 0) {
    return {
      en: 'main() has ended with an error: `await task` raises the CancelledError of the task. Catch it there.',
      zh: 'main() 因错误而结束：`await task` 会抛出该任务的 CancelledError，请在那里捕获它。',
    };
  }
  if (output.filter((line) => line === 'beat').length !== 2) {
    return { en: 'The heart should have beaten twice.', zh: '心跳应当恰好发生两次。' };
  }
  if (stopped < 0) {
    return {
      en: 'The heart never prints “heart stopped”. A finally block around the loop runs when the task is cancelled.',
      zh: '没有输出 “heart stopped”。在循环外面加一个 finally，任务被取消时它就会执行。',
    };
  }
  if (stopped > end) {
    return {
      en: 'main() went on before the heart had stopped: cancel() only asks. Await the task afterwards.',
      zh: 'main() 没有等心跳停下就继续了：cancel() 只是提出请求，之后还要等待这个任务。',
    };
  }
  if (!output[end]?.endsWith('cancelled')) {
    return {
      en: 'The task should count as cancelled. Somebody has caught the CancelledError and not thrown it again.',
      zh: '任务应当处于“已取消”状态。CancelledError 被捕获后没有再次抛出。',
    };
  }
  return null;
}
