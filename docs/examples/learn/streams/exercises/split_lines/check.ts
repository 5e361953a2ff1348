import type { Finished, Said } from '../../../../../exercises';

export function check({ output }: Finished): Said | null {
  const commands = output.filter((line) => line.startsWith('command: ')).map((line) => line.slice(9));
  if (commands.includes('log')) {
    return {
      en: 'A piece is not a line: read() gives whatever has come. Read line by line.',
      zh: '到达的一块数据并不是一行：read() 返回的是当时已经到达的内容。请一行一行地读。',
    };
  }
  if (!commands.includes('login Ada') || !commands.includes('say hello')) {
    return {
      en: 'The commands are “login Ada”, “say hello” and “logout”.',
      zh: '三条命令应当是 “login Ada”、“say hello” 和 “logout”。',
    };
  }
  if (!commands.includes('logout')) {
    return {
      en: 'The last command is lost: it has no line feed behind it, since the stream ends there. readline() gives it all the same.',
      zh: '最后一条命令丢了：它后面没有换行符，因为流在那里结束了。readline() 照样会返回它。',
    };
  }
  if (commands.some((command) => command === '')) {
    return {
      en: 'There is an empty command: stop at the end of the stream.',
      zh: '多了一条空命令：流结束时应当停下。',
    };
  }
  return null;
}
