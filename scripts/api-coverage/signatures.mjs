// Compares the parameters of a Python function with the ways in which ours can be called.
import {
  KEYWORD_ONLY,
  POSITIONAL_ONLY,
  POSITIONAL_OR_KEYWORD,
  VAR_KEYWORD,
  VAR_POSITIONAL,
} from './python-signature.mjs';

/** What JavaScript doesn't take for a parameter's name; ours goes by another one. */
const RESERVED = new Set(['default']);

/**
 * What differs, as sentences; none if nothing does.
 *
 * @param parameters - Python's, as `parseSignature` gives them.
 * @param forms - Ours, as `formsOf` gives them.
 * @param byPositionOnly - Whether nobody calls it by keyword, as with the methods behind `with`.
 */
export function compareSignature(parameters, forms, byPositionOnly = false) {
  const byPosition = parameters.filter(({ kind }) => kind === POSITIONAL_ONLY || kind === POSITIONAL_OR_KEYWORD);
  const keywordOnly = parameters.filter(({ kind }) => kind === KEYWORD_ONLY);
  const variadic = parameters.some(({ kind }) => kind === VAR_POSITIONAL);
  const open = parameters.some(({ kind }) => kind === VAR_KEYWORD);
  const widest = widestOf(forms, variadic);
  const problems = [];

  for (const [index, parameter] of byPosition.entries()) {
    const ours = widest.positional[index];
    if (ours === undefined) problems.push(`'${parameter.name}' can't be given by position`);
    else if (ours.name !== parameter.name && !RESERVED.has(parameter.name)) {
      problems.push(`parameter ${index + 1} is '${ours.name}', not '${parameter.name}'`);
    } else
      problems.push(...compareParameter(parameter, { ...ours, optional: ours.optional || mayEndAt(index, forms) }));
  }
  for (const { name } of widest.positional.slice(byPosition.length)) problems.push(`there is a parameter '${name}'`);
  if (variadic && !forms.some((form) => form.variadic)) problems.push('it takes no further arguments');
  if (!variadic && forms.some((form) => form.variadic)) problems.push('it takes further arguments');
  if (open && !forms.some((form) => form.keywords !== null)) problems.push('it takes no keywords');
  if (!byPositionOnly) problems.push(...missingKeywords(byPosition, keywordOnly, variadic, forms));

  const known = new Set(parameters.filter(({ kind }) => kind !== POSITIONAL_ONLY).map(({ name }) => name));
  const extra = forms.flatMap((form) => form.keywords ?? []).filter(({ name }) => !open && !known.has(name));
  for (const name of new Set(extra.map((keyword) => keyword.name))) problems.push(`there is a keyword '${name}'`);
  return [...new Set(problems)];
}

/** The form that takes most by position; with `variadic`, of those that take any number. */
export function widestOf(forms, variadic) {
  const candidates = variadic && forms.some((form) => form.variadic) ? forms.filter((form) => form.variadic) : forms;
  return candidates.reduce((a, b) => (b.positional.length > a.positional.length ? b : a));
}

/** Whether a call with so many arguments is right, by a form that ends there. */
const mayEndAt = (count, forms) =>
  forms.some(
    ({ positional, keywords }) => positional.length <= count && (keywords ?? []).every(({ optional }) => optional),
  );

function compareParameter(parameter, ours) {
  const problems = [];
  if (parameter.default !== null && !ours.optional) problems.push(`'${parameter.name}' must be given`);
  if (parameter.default === null && ours.optional) problems.push(`'${parameter.name}' may be left out`);
  if (parameter.default === 'None' && !ours.takesNull) problems.push(`'${parameter.name}' can't be null`);
  return problems;
}

/**
 * Python lets a caller give the first few arguments by position and the others by keyword, wherever the first ends: for
 * each such call there has to be a form. An argument that takes any value ends it, for an object there is that value.
 */
function missingKeywords(byPosition, keywordOnly, variadic, forms) {
  const problems = [];
  const widest = widestOf(forms, variadic);
  for (let given = variadic ? byPosition.length : 0; given <= byPosition.length; given += 1) {
    const rest = byPosition.slice(given);
    const takesAny = rest.length > 0 && (widest.positional[given]?.takesAny ?? false);
    const needsMore = rest.some(({ kind, default: value }) => kind === POSITIONAL_ONLY && value === null);
    const wanted = [...rest.filter(({ kind }) => kind !== POSITIONAL_ONLY), ...keywordOnly];
    if (takesAny || needsMore || wanted.length === 0) continue;
    const fits = ({ positional, keywords }) =>
      keywords !== null && (variadic ? positional.length >= given : positional.length === given);
    problems.push(...missingIn(wanted, given, forms.filter(fits)));
  }
  return problems;
}

function missingIn(wanted, given, forms) {
  const after = given === 0 ? '' : ` after ${given} by position`;
  const problemsOf = (form) =>
    wanted.flatMap((parameter) => {
      const ours = form.keywords.find(({ name }) => name === parameter.name);
      if (ours === undefined) return [`'${parameter.name}' can't be given by keyword${after}`];
      return compareParameter(parameter, ours);
    });
  if (forms.length === 0) return wanted.map(({ name }) => `'${name}' can't be given by keyword${after}`);
  return forms.map(problemsOf).reduce((a, b) => (b.length < a.length ? b : a));
}
