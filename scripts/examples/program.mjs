// Turns an example into a program: imports `asyncio` for it, and turns `expr; // => value` into an assertion.
import ts from 'typescript';

const ARROW = /^\/\/ => (.*)$/;

/** The program's text. Its lines have the numbers that they have in the file the example comes from. */
export function toProgram({ file, line, code, flags }) {
  const tree = ts.createSourceFile(file, code, ts.ScriptTarget.ESNext, true);
  const edits = [];
  const visit = (node) => {
    const value = ts.isExpressionStatement(node) ? valueAfter(node, code) : null;
    if (value !== null) {
      const at = line + tree.getLineAndCharacterOfPosition(node.getStart()).line;
      const expression = node.expression.getText();
      const text = `expectExample(${JSON.stringify(`${file}:${at}`)}, (${expression}), (${value}));`;
      edits.push({ start: node.getStart(), end: node.getEnd(), text });
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);

  const arrows = code.match(/\/\/ =>/g)?.length ?? 0;
  if (arrows !== edits.length) {
    throw new Error(`${file}:${line}: of ${arrows} "// =>" only ${edits.length} follow an expression of one statement`);
  }
  let program = code;
  for (const { start, end, text } of edits.reverse()) program = program.slice(0, start) + text + program.slice(end);
  const imports = [`import { expectExample, reach } from '../../scripts/examples/expect-example.mjs';`];
  if (!flags.includes('real-time')) imports.push(`import '../../scripts/examples/virtual-time.mjs';`);
  if (!/^import \* as asyncio from/m.test(code)) imports.push(`import * as asyncio from 'asyncio-ts';`);
  return `${imports.join(' ')} void [asyncio, expectExample]; reach(${edits.length});${'\n'.repeat(line - 1)}${program}\n`;
}

function valueAfter(statement, code) {
  for (const comment of ts.getTrailingCommentRanges(code, statement.end) ?? []) {
    const match = ARROW.exec(code.slice(comment.pos, comment.end));
    if (match !== null) return match[1];
  }
  return null;
}
