/** What the containers of our own have in common: each begins with a line `::: kind name flags`. */
import type MarkdownIt from 'markdown-it';
import type { RenderRule } from 'markdown-it/lib/renderer.mjs';
import type Token from 'markdown-it/lib/token.mjs';
import container from 'markdown-it-container';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const EXAMPLES = fileURLToPath(new URL('../../examples/', import.meta.url));

/** What stands behind `:::`. */
export interface Head {
  readonly kind: string;
  readonly name: string;
  readonly flags: readonly string[];
}

/** Reads the first line of a container. */
function headOf(token: Token): Head {
  const [kind = '', name = '', ...flags] = token.info.trim().split(/\s+/);
  return { kind, name, flags };
}

/** The text of a file below `examples`, or null. */
export function exampleText(file: string): string | null {
  const path = EXAMPLES + file;
  return existsSync(path) ? readFileSync(path, 'utf8').trimEnd() : null;
}

/** The text of a file that a page names. */
export function wantedText(file: string): string {
  const text = exampleText(file);
  if (text === null) throw new Error(`a page names the example "${file}", which isn't there`);
  return text;
}

/** A block of code, highlighted as all others are. */
export function fence(md: MarkdownIt, language: string, code: string, env: unknown): string {
  const [token] = md.parse(`~~~~${language}\n${code}\n~~~~`, {});
  if (token === undefined) throw new Error('a fence is one token');
  return md.renderer.render([token], md.options, env);
}

/** Defines a container: how its two ends are written. */
export function define(
  md: MarkdownIt,
  kind: string,
  open: (head: Head, env: unknown) => string,
  close: (head: Head, env: unknown) => string = () => '',
): void {
  const heads: Head[] = [];
  const render: RenderRule = (tokens, index, _options, env: unknown) => {
    const token = tokens[index];
    if (token === undefined) throw new Error('a rule is told of a token');
    if (token.nesting !== 1) {
      const head = heads.pop();
      if (head === undefined) throw new Error(`a ${kind} ends that has not begun`);
      return close(head, env);
    }
    const head = headOf(token);
    heads.push(head);
    return open(head, env);
  };
  md.use(container, kind, { render });
}

/** The text of an attribute, whose quotes are double. */
export function attribute(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
}
