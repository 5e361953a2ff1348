/** The page in English. */
import type { Language } from './page';

export const english: Language = {
  differences: 'differences.md',
  areas: ['area', 'scenarios', 'comparisons', 'all'],
  random: ['what', 'programs'],
  faults: ['fault', 'scenarios that disagree', 'first random program that disagrees'],
  dies: 'the process dies',
  of: (some, all) => `${String(some)} of ${String(all)}`,
  leftOut: (styles, reason) => `Not in ${styles} style: ${reason}.`,
  fault: (name) => name,
  text: (parts) => `# How far it agrees with CPython

<!-- Written by \`npm run conformance:page\`. -->

asyncio-ts claims to behave as CPython does: in the order of events, the exceptions and their texts, the reports and the
reprs. This page says what that claim rests on, and how to check it. The reference is CPython ${parts.version}, as Pyodide
compiles it; it runs within Node, so nothing has to be installed.

## Scenarios

A scenario is a program that exists twice, in Python and in TypeScript. CPython has recorded what the Python program
prints, with the virtual time of each line, the warnings, and what is reported; the TypeScript program has to print the
same, line by line. It is played in wrapped style, in generator style, in a mixture of both, and in compiled style, through the
compiler and through TypeScript's own helpers, with debug mode off and on. In Chromium it is played once more with a garbage
collection before each turn of the host: what it says doesn't depend on when that happens.

\`\`\`sh
npm run conformance          # compares with the recorded traces; no Python needed
npm run conformance:record   # asks CPython again
\`\`\`

${parts.areas}

The ${String(parts.installed)} scenarios that show what Pyodide replaces by its own, such as signals and policies, were recorded by an
installed CPython 3.13.

Not every style can show everything:

${parts.exceptions}

CPython 3.13 answers differently from 3.14 in these, and the library follows 3.14: ${parts.older}.

## Random programs

A generator writes small programs over all primitives: coroutines that await coroutines, tasks, groups, timeouts,
cancellations from everywhere, locks, queues, callbacks, contexts, asynchronous generators. Each is printed in Python and
in JavaScript, runs on both sides on virtual time, and has to leave the same trace. A program that doesn't is shrunk to a
few lines and shown. A thousand run in each \`npm test\`.

${String(parts.result.programs)} programs of the seeds ${String(parts.result.seed)} to ${String(parts.result.seed + parts.result.seeds - 1)} agree with CPython
${parts.version} in these styles: ${parts.result.styles.join(', ')}.

\`\`\`sh
${parts.command}
\`\`\`

In so many of 100 programs each operation was done, and each rare thing happened:

<details>
<summary>${String(parts.operationsCount)} of them, the rarest in ${parts.rarest} of the programs</summary>

${parts.operations}

</details>

## Would a fault be noticed?

Each of these faults was put into a copy of the library, which then was compared as above. Without a fault nothing
disagrees.

\`\`\`sh
npm run conformance:faults
\`\`\`

${parts.faults}

The other way to ask is to change the code at random and to see whether a test fails: [mutants](contributing/mutation.md).

## What differs

All that is known to differ stands in [Differences](differences.md), each with its reason:

${parts.differences}
`,
};
