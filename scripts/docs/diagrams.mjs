// The diagrams of the pages: each `::: timeline NAME` names a program, which is run here, on virtual time, with a trace.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { root } from '../shell.mjs';
import { loadLive } from './live-parts.mjs';

const docs = `${root}/docs`;
const workshop = `${root}/.cache/diagrams`;
const WIDTH_IN_PIXELS = 640;

/** Runs the programs, and writes their pictures for the pages. */
export async function writeDiagrams() {
  rmSync(workshop, { recursive: true, force: true });
  mkdirSync(workshop, { recursive: true });
  const { toModule, timelineOf, draw } = await loadLive(['typescript/source', 'timeline/model', 'timeline/draw']);
  const pictures = {};
  for (const name of namesInPages()) {
    const events = await record(name, toModule);
    const timeline = timelineOf(events);
    const zoom = Math.min(34, Math.max(10, WIDTH_IN_PIXELS / timeline.steps));
    const { names, chart } = draw(timeline, { axis: 'steps', zoom, turn: null });
    pictures[name] = { names, chart };
  }
  writeFileSync(`${docs}/live/diagrams.json`, `${JSON.stringify(pictures)}\n`);
}

function namesInPages() {
  const pages = readdirSync(docs, { recursive: true }).filter((file) => /^(?!.*node_modules).*\.md$/.test(file));
  const text = pages.map((page) => readFileSync(`${docs}/${page}`, 'utf8')).join('\n');
  return [...new Set([...text.matchAll(/^ *::: timeline (\S+)/gm)].map(([, name]) => name))].sort();
}

async function record(name, toModule) {
  const program = await toModule(readFileSync(`${docs}/examples/${name}.ts`, 'utf8'), (module) => module);
  const file = `${workshop}/${name.replaceAll('/', '-')}`;
  writeFileSync(`${file}.program.mjs`, program);
  writeFileSync(
    `${file}.mjs`,
    [
      `import '${pathToFileURL(`${root}/scripts/examples/virtual-time.mjs`).href}';`,
      `import { writeFileSync } from 'node:fs';`,
      `import { debug } from 'asyncio-ts';`,
      `const trace = debug.trace();`,
      `await import('./${file.split('/').at(-1)}.program.mjs');`,
      `trace.stop();`,
      `writeFileSync(process.argv[2], JSON.stringify(trace.events));`,
    ].join('\n'),
  );
  const { status, stderr } = spawnSync(process.execPath, [`${file}.mjs`, `${file}.json`], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`the program ${name}, of which a page has a diagram, failed:\n${stderr}`);
  return JSON.parse(readFileSync(`${file}.json`, 'utf8'));
}
