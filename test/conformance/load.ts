/** Makes the program of a scenario run in a style. */
import * as asyncio from 'asyncio-ts';
import * as runtime from 'asyncio-ts/compiled';
import { throughCompiler, throughHelpers } from './compiled_style';
import type { Scenario } from './scenario';
import type { ScenarioFiles, Style } from './scenarios';
import { generatorStyle, toJavaScript } from './styles';

const translated = new Map<string, string>();

function inStyle(source: string, style: Style): string {
  switch (style) {
    case 'wrapped':
      return source;
    case 'compiled':
      return throughCompiler(source);
    case 'helpers':
      return throughHelpers(source);
    default:
      return generatorStyle(source, style === 'mixed');
  }
}

/** Its program in a style, as the body of a CommonJS module. */
export function translate(scenario: ScenarioFiles, style: Style): string {
  const name = `${scenario.name}.${style}.js`;
  let body = translated.get(name);
  if (body === undefined) {
    body = `${toJavaScript(inStyle(scenario.typescript, style))}\n//# sourceURL=${name}`;
    translated.set(name, body);
  }
  return body;
}

/** The program of a scenario in a style; a fresh one each time, for what it keeps in variables. */
export function load(scenario: ScenarioFiles, style: Style): Scenario {
  const module = { exports: {} as Scenario };
  const require = (name: string): unknown => {
    if (name === 'asyncio-ts') return asyncio;
    if (name === 'asyncio-ts/compiled' || name === 'tslib') return runtime;
    throw new Error(`a scenario imports ${name}`);
  };
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the program is ours
  const define = new Function('module', 'exports', 'require', translate(scenario, style)) as (
    ...names: unknown[]
  ) => void;
  define(module, module.exports, require);
  return module.exports;
}
