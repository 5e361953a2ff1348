// Which sections of docs/differences.md speak of a name.
import { slug } from 'github-slugger';
import { membersOf, memberName } from './model.mjs';

/** What a variable of that name holds, wherever the page writes `task.cancel()`. */
const VARIABLES = {
  loop: 'AbstractEventLoop',
  future: 'Future',
  task: 'Task',
  runner: 'Runner',
  executor: 'concurrent.Executor',
};

/** In how many classes a method may be declared that is named without its class; in one, if it is a word such as `close`. */
const MANY = 3;

/** The sections of such a page: the `title`, the `anchor` that VitePress gives it, and what stands between ticks. */
export function readSections(markdown) {
  const sections = [];
  const prose = markdown.replaceAll(/^```[\s\S]*?^```$/gm, '');
  for (const [, title, body] of prose.matchAll(/^#{2,} (.*)\n([\s\S]*?)(?=^#|(?![\s\S]))/gm)) {
    const spans = [...`${title}\n${body}`.matchAll(/`([^`]+)`/g)].map(([, span]) => span.replaceAll(/\s+/g, ' '));
    sections.push({ title, anchor: slug(title.replaceAll('`', '')), spans });
  }
  return sections;
}

/** By symbol, the sections that speak of it: each with the names of the `members` that are meant, or none. */
export function findMentions(sections, symbols) {
  const declaring = new Map();
  for (const symbol of symbols.all) {
    for (const name of new Set(membersOf(symbol).map(memberName))) {
      declaring.set(name, [...(declaring.get(name) ?? []), symbol]);
    }
  }
  const mentions = new Map();
  for (const section of sections) {
    for (const { symbol, member } of section.spans.flatMap((span) => meantBy(span, symbols, declaring))) {
      const known = mentions.get(symbol) ?? [];
      const mention = known.find((one) => one.section === section) ?? { section, members: new Set() };
      if (member !== null) mention.members.add(member);
      mentions.set(symbol, [...new Set([...known, mention])]);
    }
  }
  return mentions;
}

/** The symbols and members that a span of code speaks of. */
function meantBy(span, symbols, declaring) {
  const [, name, rest] = /^(?:await |yield\* |new )*([A-Za-z_][\w.]*)(.*)$/.exec(span) ?? [];
  if (name === undefined || !/^($|\(|:)/.test(rest)) return [];
  const path = name.replace(/^asyncio\./, '').replace(/^(\w+)(?=\.)/, (first) => VARIABLES[first] ?? first);
  const found = symbols.resolve(path, null);
  if (found !== null) return [found];
  const owners = declaring.get(path) ?? [];
  const contract = owners.find((owner) => owner.path === 'AbstractEventLoop');
  const isPlainWord = !path.includes('_');
  if (contract !== undefined && !isPlainWord) return [{ symbol: contract, member: path }];
  return owners.length > (isPlainWord ? 1 : MANY) ? [] : owners.map((symbol) => ({ symbol, member: path }));
}
