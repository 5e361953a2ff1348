import type { Finished, Said } from '../../../../../exercises';

export function check({ output, errors, source }: Finished): Said | null {
  if (errors.some((line) => line.includes('LeakError'))) {
    return {
      en: 'The clock still ticks when the test ends. Give it a method that cancels its task and waits for it, and call that.',
      zh: '测试结束时时钟还在走。请给它一个方法，取消自己的任务并等待它结束，然后在测试里调用。',
    };
  }
  if (source.includes('check_leaks')) {
    return {
      en: 'That only looks away. Stop the clock instead.',
      zh: '这只是视而不见。应当让时钟停下来。',
    };
  }
  if (!output.includes('3 ticks')) {
    return { en: 'In three and a half seconds there are three ticks.', zh: '三秒半里应当走三下。' };
  }
  if (output.at(-1) !== 'the test has passed' || errors.length > 0) {
    return {
      en: 'The test should pass, and nothing should be reported.',
      zh: '测试应当通过，并且不产生任何报告。',
    };
  }
  return null;
}
