/** Runs a rule over programs, with ESLint's own tester. */
import { RuleTester } from 'eslint';
import * as parser from '@typescript-eslint/parser';
import { rules } from '#eslint-plugin/index';

export interface Suggestion {
  /** The identifier of the suggestion's message. */
  readonly messageId: string;
  readonly output: string;
}

/** What a rule is to say: the identifier of its message, and what it suggests. */
export type Expected = string | { readonly messageId: string; readonly suggestions: readonly Suggestion[] };

interface Case {
  readonly code: string;
  readonly name?: string;
  readonly filename?: string;
  readonly options?: readonly unknown[];
  readonly settings?: Readonly<Record<string, unknown>>;
}

export interface Invalid extends Case {
  readonly errors: readonly Expected[];
  /** The program as the fix leaves it. */
  readonly output?: string;
}

export interface Cases {
  readonly valid: readonly (string | Case)[];
  readonly invalid: readonly Invalid[];
}

// The first program with types reads all of the library's sources, which takes its time on a busy machine.
jest.setTimeout(60_000);

RuleTester.describe = describe;
RuleTester.it = test;
RuleTester.itOnly = test;

const IMPORT = `import * as asyncio from 'asyncio-ts';\n`;

/** The program with the line that imports `asyncio`, unless it has one; directives stay at the top. */
export function withImport(code: string): string {
  if (code.includes(`'asyncio-ts`)) return code;
  const [directive = ''] = /^'use \w+';\n/.exec(code) ?? [];
  return directive + IMPORT + code.slice(directive.length);
}

/** Runs a rule over programs that ESLint knows without types. `asyncio` is imported, unless they do it themselves. */
export function testRule(name: string, cases: Cases): void {
  const tester = new RuleTester({ languageOptions: { parser: parser } });
  runCases(tester, name, cases);
}

function runCases(tester: RuleTester, name: string, { valid, invalid }: Cases): void {
  tester.run(name, rules[name] as never, {
    valid: valid.map((given) => prepare(typeof given === 'string' ? { code: given } : given)) as never,
    invalid: invalid.map(({ errors, output, ...given }) => ({
      ...prepare(given),
      errors: errors.map((error) => expected(error)),
      ...(output === undefined ? {} : { output: withImport(output) }),
    })) as never,
  });
}

function prepare(given: Case): Case {
  return { ...given, name: given.name ?? given.code.trim(), code: withImport(given.code) };
}

function expected(error: Expected): object {
  if (typeof error === 'string') return { messageId: error };
  const suggestions = error.suggestions.map(({ messageId, output }) => ({ messageId, output: withImport(output) }));
  return { messageId: error.messageId, suggestions };
}

/** The same with types: those of the library's sources. */
export function testTyped(name: string, cases: Cases): void {
  const parserOptions = { projectService: { allowDefaultProject: ['*.ts'] }, tsconfigRootDir: `${__dirname}/project` };
  runCases(new RuleTester({ languageOptions: { parser: parser, parserOptions } }), name, cases);
}
