/** What all rules are made with: it gives each the address of its page. */
import { ESLintUtils } from '@typescript-eslint/utils';

/** The pages are in the package itself. */
const DOCUMENTATION = 'https://unpkg.com/eslint-plugin-asyncio-ts/docs';

/** What a rule says about itself, beside what ESLint asks for. */
export interface RuleDocs {
  /** How the two configurations have it; `compiled` only where it differs. */
  readonly recommended: 'error' | 'warn' | 'off';
  readonly compiled?: 'error' | 'warn' | 'off';
  /** Whether it sees more where type information is at hand. */
  readonly requiresTypeChecking?: boolean;
}

export const createRule: ReturnType<typeof ESLintUtils.RuleCreator<RuleDocs>> = ESLintUtils.RuleCreator<RuleDocs>(
  (name) => `${DOCUMENTATION}/${name}.md`,
);
