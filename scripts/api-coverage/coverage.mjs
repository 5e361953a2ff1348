// Puts the comparisons together.
import { formsOf, readProgram, symbolAt } from './declarations.mjs';
import { checkDefaults } from './defaults.mjs';
import { checkDocumentation } from './documentation.mjs';
import { isInModel, readModel } from './model.mjs';
import { checkNotImplemented } from './not-implemented.mjs';
import { readReference } from './reference.mjs';
import { compareKeywords, compareKind, lookUp } from './runtime.mjs';
import { makeSamples } from './samples.mjs';
import { compareSignature } from './signatures.mjs';
import { settle } from './tables.mjs';
import { usedSymbols } from './usage.mjs';

/**
 * Compares everything. The result holds the `reference`, what raises `NotImplementedError` (`raised`), the `differences`
 * that have a reason, and the `problems`: whatever else isn't as it has to be.
 */
export async function checkCoverage(built) {
  const reference = readReference();
  const model = readModel();
  const compared = { reference, built, samples: makeSamples(built), model, program: readProgram() };
  const findings = await compareMembers(compared);
  const { raised, problems } = checkNotImplemented(built, reference, model);
  findings.push(...problems, ...checkDocumentation(model), ...(await checkDefaults(built, reference)));
  return { reference, raised, ...settle(findings) };
}

/**
 * Compares the library, member by member, with Python's names. Gives what differs, each with the `name` and the `problem`.
 */
export async function compareMembers({ reference, built, samples, model, program }) {
  const sources = new Map(reference.map(({ name, path }) => [name, symbolAt(program.source, path, program.checker)]));
  const wanted = reference.map(({ name, path }) => [path.at(-1), sources.get(name)]).filter(([, symbol]) => symbol);
  const used = usedSymbols(wanted, program.tests, program.checker);
  const findings = [];
  for (const entry of reference) {
    const at = lookUp(built, samples, entry.path);
    const symbol = symbolAt(program.built, entry.path, program.checker);
    const report = (problem) => findings.push({ name: entry.name, problem });
    if (at.found && symbol !== null) {
      if (!isInModel(model, entry.path, built)) report('it is not in the API model');
      compareKind(entry, at, built).forEach(report);
      (await compareCalls(entry, at, formsOf(symbol, program.checker))).forEach(report);
      if (!used.has(sources.get(entry.name))) report('no test calls it');
    } else report(at.found ? 'its type is not declared' : 'it is missing');
  }
  return findings;
}

/** What is wrong with the arguments that something takes. */
async function compareCalls({ name, parameters }, at, forms) {
  if (parameters === null) return [];
  if (forms.length === 0) return ["it can't be called"];
  // The language itself calls these, always by position.
  if (/\.__\w+__$/.test(name)) return compareSignature(parameters, forms, true);
  return [...compareSignature(parameters, forms), ...(await compareKeywords(parameters, at, forms))];
}
