// The tests of the core and of compiled code, and the scenarios, in Chromium, in a page and in a worker.
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { load } from '../conformance/typescript.mjs';
import { start } from './browser.mjs';
import { bundle, nameOf, root } from './bundle.mjs';
import { EXCLUDED } from './excluded.mjs';

const AREAS = ['core', 'compiled', 'builtins', 'contextvars', 'laws'];
const KINDS = ['page', 'worker'];
const STYLES = ['generator', 'compiled'];
/** How tests are run: as they are written, in wrapped and generator style, and with what is wrapped compiled instead. */
const PASSES = ['written', 'compiled'];
/** They take hundreds of turns each. */
const TOO_LONG_TO_COLLECT = /^cancelled-anywhere\//;

/** Runs what `only` is in the name of, and tells whether all is well. */
export async function main(only = '') {
  const { findChromium, FLAGS } = load('../site/support/chromium.ts');
  const all = AREAS.flatMap((area) =>
    readdirSync(`${root}/test/${area}`)
      .filter((file) => file.endsWith('.test.ts'))
      .map((file) => `${root}/test/${area}/${file}`),
  );
  const wholly = new Set(EXCLUDED.filter(({ test }) => test === undefined).map(({ file }) => file));
  const files = all.filter((file) => !wholly.has(nameOf(file)) && nameOf(file).includes(only));
  const problems = EXCLUDED.filter(({ file }) => !all.some((one) => nameOf(one) === file)).map(
    ({ file }) => `excluded.mjs names ${file}, which isn't there`,
  );

  const folder = mkdtempSync(join(tmpdir(), 'asyncio-browser-'));
  let browser;
  try {
    const { isMeant } = load('../browser/compiled_tests.ts');
    const compiled = files.filter((file) => isMeant(readFileSync(file, 'utf8')));
    await bundle(files, compiled, folder);
    browser = await start(folder, findChromium().path, [...FLAGS, '--js-flags=--expose-gc']);
    const used = new Set();
    for (const kind of KINDS) {
      for (const pass of PASSES) {
        const inPass = pass === 'compiled' ? compiled : files;
        if (inPass.length > 0) console.log(await runTests(browser, kind, pass, inPass, problems, used));
      }
      if (only === '' || only === 'scenarios') console.log(await playScenarios(browser, kind, false, problems));
    }
    if (only === '' || only === 'scenarios') console.log(await playScenarios(browser, 'worker', true, problems));
    const unused = EXCLUDED.filter((entry) => only === '' && entry.test !== undefined && !used.has(entry));
    problems.push(...unused.map(({ file, test }) => `no test of ${file} is called "${test}"`));
  } finally {
    await browser?.close();
    rmSync(folder, { recursive: true });
  }
  for (const problem of problems) console.error(`\n✗ ${problem}`);
  console.log(`${problems.length} problems`);
  return problems.length === 0;
}

/** Two at a time, as most machines have two processors. */
async function each(list, work) {
  const queue = [...list];
  const drain = async () => {
    for (let one = queue.shift(); one !== undefined; one = queue.shift()) await work(one);
  };
  await Promise.all([drain(), drain()]);
}

async function runTests(browser, kind, pass, files, problems, used) {
  let [passed, skipped] = [0, 0];
  await each(files, async (file) => {
    const name = nameOf(file);
    const where = `${kind}: ${pass}: ${name}`;
    const entries = EXCLUDED.filter((entry) => entry.file === name && (entry.pass ?? pass) === pass);
    const realm = await browser.realm(kind);
    try {
      const results = await realm.call(
        '/realm.js',
        'runFile',
        `/${pass === 'compiled' ? 'compiled.' : ''}${name}.js`,
        entries.map(({ test }) => test),
        pass,
      );
      if (!results.some((result) => !result.skipped)) problems.push(`${where}: no test ran`);
      for (const { name: test, problem, skipped: wasSkipped } of results) {
        for (const entry of entries) if (test.includes(entry.test)) used.add(entry);
        if (wasSkipped) skipped += 1;
        else if (problem === null) passed += 1;
        else problems.push(`${where}: ${test}\n${problem}`);
      }
    } catch (error) {
      problems.push(`${where}: ${error.message}`);
    } finally {
      await realm.close();
    }
  });
  return `${kind}: ${files.length} files of tests, ${pass}: ${passed} passed, ${skipped} skipped`;
}

/** @param {boolean} collects - Whether the collector runs at each turn: what is said doesn't depend on that. */
async function playScenarios(browser, kind, collects, problems) {
  const { allScenarios } = load('scenarios.ts');
  const { translate } = load('load.ts');
  const { comparedIn } = load('compiled_style.ts');
  const { lineDifference } = load('diff.ts');
  const list = allScenarios().filter(({ oracle, name }) => {
    return oracle === 'pyodide' && !(collects && TOO_LONG_TO_COLLECT.test(name));
  });
  const what = `${kind}${collects ? ', collecting' : ''}`;
  let compared = 0;
  const realm = await browser.realm(kind);
  if (collects) await realm.call('/player.js', 'collectAtEachTurn');
  for (const scenario of list) {
    for (const style of STYLES.filter((one) => scenario.styles.includes(one))) {
      for (const mode of collects ? scenario.modes.slice(0, 1) : scenario.modes) {
        const debug = mode === 'on';
        const played = await realm.call('/player.js', 'playProgram', translate(scenario, style), debug);
        const difference = lineDifference(comparedIn(style, scenario.recorded(debug)), comparedIn(style, played));
        compared += 1;
        if (difference !== null) problems.push(`${what}: ${scenario.name}, ${style}, debug ${mode}\n${difference}`);
      }
    }
  }
  await realm.close();
  if (compared === 0) problems.push(`${what}: no scenario was played`);
  return `${what}: ${list.length} scenarios: ${compared} comparisons`;
}
