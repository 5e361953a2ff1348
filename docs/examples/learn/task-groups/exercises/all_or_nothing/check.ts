import type { Finished, Said } from '../../../../../exercises';

export function check({ output, errors, seconds }: Finished): Said | null {
  if (errors.some((line) => line.includes('ExceptionGroup'))) {
    return {
      en: 'An ExceptionGroup leaves main(): it is no OSError itself, it contains one. Take it apart by except_star.',
      zh: 'ExceptionGroup 传出了 main()：它本身不是 OSError，而是包含一个 OSError。请用 except_star 拆开它。',
    };
  }
  if (output.includes('c is sent')) {
    return {
      en: 'File c was sent although b had failed. gather() leaves the others running; a task group ends them.',
      zh: 'b 已经失败，c 却仍然发送了。gather() 任由其他任务继续运行，任务组则会结束它们。',
    };
  }
  if (!output.includes('a is sent')) {
    return { en: 'File a is sent within a second, before b fails.', zh: '文件 a 一秒内就能发送完，早于 b 失败。' };
  }
  if (!output.includes("all or nothing: b can't be read")) {
    return {
      en: "The line “all or nothing: b can't be read” is missing. The error is in the group: errors.exceptions[0].",
      zh: "缺少 “all or nothing: b can't be read” 这一行。错误在异常组里面：errors.exceptions[0]。",
    };
  }
  if (output.at(-1) !== 'end' || seconds > 4.5) {
    return {
      en: 'The files should be sent at the same time: b fails after two seconds, and two seconds later the program ends.',
      zh: '几个文件应当同时发送：b 在两秒后失败，再过两秒程序结束。',
    };
  }
  return null;
}
