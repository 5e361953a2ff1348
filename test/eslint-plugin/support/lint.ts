/** Runs ESLint with the recommended configuration over a program. */
import * as parser from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import { configs } from '#eslint-plugin/index';
import { withImport } from './rules.js';

interface Options {
  readonly config?: Linter.Config;
  readonly filename?: string;
  /** Where types are to be had: the folder of the project. */
  readonly project?: string;
}

export function lint(code: string, options: Options = {}): Linter.LintMessage[] {
  const { config = configs.recommended, filename = 'program.ts', project } = options;
  const parserOptions = project === undefined ? {} : { projectService: true, tsconfigRootDir: project };
  const typescript = { files: ['**/*.ts'], languageOptions: { parser: parser as Linter.Parser, parserOptions } };
  return new Linter({ cwd: project ?? process.cwd() }).verify(withImport(code), [typescript, config], { filename });
}
