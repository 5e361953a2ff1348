// Doc comments as Markdown.
import { DocNodeKind } from '@microsoft/tsdoc';
import { block, code, joined, safe, withPlainBraces } from './markdown.mjs';

/** The paragraphs of `@remarks` that have a section of their own. */
const SECTIONS = { 'Python.': 'python', 'Cancellation.': 'cancellation' };

/**
 * The parts of a comment, each as Markdown: `summary`, `remarks`, `python`, `cancellation`, `returns`, `deprecated`, the
 * `parameters` by their names, and the lists `throws` and `examples`. `link` turns what a link names, and its text or
 * null, into Markdown.
 */
export function readComment(comment, link) {
  const render = (node) => withPlainBraces(renderNode(node, link).trim());
  const parts = { summary: '', remarks: '', python: '', cancellation: '', returns: '', deprecated: '' };
  const lists = { parameters: new Map(), throws: [], examples: [] };
  if (comment === undefined) return { ...parts, ...lists };
  parts.summary = render(comment.summarySection);
  Object.assign(parts, splitRemarks(comment.remarksBlock ? render(comment.remarksBlock.content) : ''));
  if (comment.returnsBlock) parts.returns = render(comment.returnsBlock.content);
  if (comment.deprecatedBlock) parts.deprecated = render(comment.deprecatedBlock.content);
  for (const parameter of [...comment.params.blocks, ...comment.typeParams.blocks]) {
    lists.parameters.set(parameter.parameterName, render(parameter.content));
  }
  for (const { blockTag, content } of comment.customBlocks) {
    if (blockTag.tagName === '@throws') lists.throws.push(render(content));
    if (blockTag.tagName === '@example') lists.examples.push(render(content));
  }
  return { ...parts, ...lists };
}

/** Parts what `@remarks` says into its sections: a paragraph begins one, and those after it belong to it. */
function splitRemarks(markdown) {
  const found = { remarks: [], python: [], cancellation: [] };
  let section = 'remarks';
  for (const paragraph of markdown.split('\n\n')) {
    const [mark, name] = /^\*\*(\w+\.)\*\*\s*/.exec(paragraph) ?? ['', ''];
    if (Object.hasOwn(SECTIONS, name)) {
      section = SECTIONS[name];
      found[section].push(paragraph.slice(mark.length));
    } else found[section].push(paragraph);
  }
  return Object.fromEntries(Object.entries(found).map(([key, paragraphs]) => [key, joined(paragraphs)]));
}

const renderAll = (nodes, link) => nodes.map((node) => renderNode(node, link)).join('');

function renderNode(node, link) {
  switch (node.kind) {
    case DocNodeKind.Section:
      return joined(node.nodes.map((child) => renderNode(child, link).trim()));
    case DocNodeKind.Paragraph:
      return renderAll(node.nodes, link);
    case DocNodeKind.PlainText:
      return safe(node.text);
    case DocNodeKind.EscapedText:
      return safe(node.decodedText);
    case DocNodeKind.ErrorText:
      return safe(node.text);
    case DocNodeKind.SoftBreak:
      return '\n';
    case DocNodeKind.CodeSpan:
      return code(node.code);
    case DocNodeKind.FencedCode:
      return `\n${block(node.language, node.code)}\n`;
    case DocNodeKind.LinkTag:
      return renderLink(node, link);
    default:
      throw new Error(`no way to write a ${node.kind} of a doc comment`);
  }
}

function renderLink(node, link) {
  const text = node.linkText === undefined ? null : safe(node.linkText);
  if (node.urlDestination !== undefined) return `[${text ?? safe(node.urlDestination)}](${node.urlDestination})`;
  const names = node.codeDestination.memberReferences.map(({ memberIdentifier }) => memberIdentifier.identifier);
  return link(names.join('.'), text);
}
