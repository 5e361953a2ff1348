import type { Finished, Said } from '../../../../../exercises';

export function check({ output, errors }: Finished): Said | null {
  if (errors.some((line) => line.includes('QueueShutDown'))) {
    return {
      en: 'After the shutdown get() raises QueueShutDown in the workers. They should catch it.',
      zh: '队列关闭之后，worker 里的 get() 会抛出 QueueShutDown，应当捕获它。',
    };
  }
  if (output.filter((line) => line.includes('has done job')).length !== 5) {
    return {
      en: "Not all five jobs were done. Don't guess how long it takes: shut the queue down, without “immediate”, and await the workers.",
      zh: '五项工作没有全部完成。不要猜需要多久：关闭队列（不带 immediate），然后等待各个 worker。',
    };
  }
  if (output.filter((line) => line.endsWith('goes home')).length !== 2) {
    return {
      en: 'Both workers should print that they go home, when the queue is shut down and empty.',
      zh: '队列关闭并取空之后，两个 worker 都应当输出 “goes home”。',
    };
  }
  if (output.at(-1) !== 'closed') {
    return { en: '“closed” should be the last line.', zh: '“closed” 应当是最后一行。' };
  }
  return null;
}
