// Whether what is public is documented in the form that CONTRIBUTING gives.

/** What is wrong, by the path from the package's root. */
export function checkDocumentation(model) {
  const problems = [];
  const seen = new Set();
  for (const [path, items] of model) {
    const [first] = items;
    if (seen.has(first.source)) continue;
    seen.add(first.source);
    // Overloads have one comment in common, that of the first.
    const comment = items.map((item) => item.comment).join('\n');
    const name = path.split('.').at(-1);
    const isFunction = first.kind === 'Function' || first.kind === 'Class';
    const suspends = items.some(returnsCoroutine) && !/^_/.test(name);
    const report = (problem) => problems.push({ name: path, problem });
    if (isFunction && !comment.includes('**Python.**')) report('its comment has no **Python.**');
    if (isFunction && !comment.includes('@example')) report('its comment has no @example');
    if (suspends && !comment.includes('**Cancellation.**')) report('its comment has no **Cancellation.**');
  }
  return problems;
}

/**
 * Whether a function waits: what it returns is a coroutine, or a promise where Python's function blocks. A coroutine or
 * null is somebody else's, which is looked at; and the call signature of a type belongs to functions of the user's own.
 */
const returnsCoroutine = ({ kind, text }) =>
  kind !== 'CallSignature' && /\):\s*(Coroutine|Promise|Step)</.test(text) && !/\|\s*null;?$/.test(text);
