// Whether the links within the documentation lead somewhere, and each place has an anchor of its own.
import { posix } from 'node:path';
import { slug } from 'github-slugger';

/**
 * The links that lead nowhere, and the anchors that stand twice on a page. `files` maps the generated files, such as
 * `reference/gather.md`, to their texts; `readOther` gives the text of another file below `docs`, or null if there is none.
 */
export function deadLinks(files, readOther) {
  const pages = new Map([...files].filter(([file]) => file.endsWith('.md')));
  const anchors = new Map();
  const anchorsAt = (file) => {
    if (!anchors.has(file)) {
      const text = pages.get(file) ?? readOther(file);
      anchors.set(file, text === null ? null : new Set(anchorsOf(text)));
    }
    return anchors.get(file);
  };
  const dead = [...pages].flatMap(([file, text]) =>
    repeated(anchorsOf(text)).map((anchor) => `${file}: #${anchor} stands there twice`),
  );
  for (const [file, text] of pages) {
    for (const target of linksIn(text)) {
      const [path, anchor] = target.split('#');
      const to = path === '' ? file : posix.normalize(posix.join(posix.dirname(file), path));
      const found = anchorsAt(to);
      if (found === null) dead.push(`${file}: there is no ${to}`);
      else if (anchor !== undefined && !found.has(anchor)) dead.push(`${file}: there is no #${anchor} in ${to}`);
    }
  }
  return dead;
}

const withoutCode = (text) =>
  text.replaceAll(/^(```+)[\s\S]*?^\1$/gm, '').replaceAll(/(?<!`)(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/g, '``');

/** The links of a page that stay within the documentation. */
const linksIn = (text) =>
  [...withoutCode(text).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target]) => target)
    .filter((target) => !/^\w+:/.test(target));

/** The anchors of a page: of headings, or as they are given. */
function anchorsOf(text) {
  const given = [...text.matchAll(/\{#([\w-]+)\}$|<a id="([\w-]+)">/gm)].map(
    ([, heading, element]) => heading ?? element,
  );
  const headings = text.replaceAll(/^```[\s\S]*?^```$/gm, '').matchAll(/^#+ (?!.*\{#[\w-]+\}$)(.*?)\s*$/gm);
  return [...given, ...[...headings].map(([, title]) => slug(title.replaceAll(/[`\\]/g, '')))];
}

const repeated = (all) => all.filter((one, index) => all.indexOf(one) !== index);
