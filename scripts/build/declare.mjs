// The types of the package. As with the code, each class is declared once, in index.d.cts; the ESM declarations and
// those of the subpaths re-export from there, so that a value's type is the same however its module was loaded.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import prettier from 'prettier';
import ts from 'typescript';
import { library } from '../shell.mjs';
import { extractApi } from './extract-api.mjs';

const dist = `${library}/dist`;

/** Writes all declaration files of dist. */
export async function declare(subpaths) {
  if (!extractApi({ reports: false }, { messageCallback: leaveToReport })) process.exit(1);
  await write('index');
  await write('testing');
  await write('compiled', tslibDeclarations());
  for (const name of ['globals.d.cts', 'globals.d.mts', 'register.d.mts'])
    writeFileSync(`${dist}/${name}`, 'export {};\n');

  for (const name of subpaths) {
    const members = membersOf(`${dist}/index.d.cts`, name);
    const aliases = members.map((member) => `export import ${member} = ${name}.${member};\n`).join('');
    for (const extension of ['cts', 'mts']) {
      writeFileSync(`${dist}/${name}.d.${extension}`, `import { ${name} } from './index.cjs';\n\n${aliases}`);
    }
  }
}

/** Writes a roll-up of API Extractor. */
async function write(name, more = '') {
  const own = readFileSync(`${library}/temp/${name}.d.ts`, 'utf8').replaceAll("'asyncio-ts'", "'./index.cjs'");
  const rollup = own.replace(/export \{ *\};?\s*$/, '') + more;
  const style = await prettier.resolveConfig(`${library}/src/index.node.ts`);
  writeFileSync(`${dist}/${name}.d.cts`, await prettier.format(rollup, { ...style, parser: 'typescript' }));
  writeFileSync(`${dist}/${name}.d.mts`, `export * from './${name}.cjs';\n`);
}

/** The declarations of the helpers that are tslib's own. */
function tslibDeclarations() {
  const file = createRequire(import.meta.url).resolve('tslib/tslib.d.ts');
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
  const ours = readFileSync(`${library}/temp/compiled.d.ts`, 'utf8');
  const theirs = source.statements.filter((statement) => !ours.includes(`function ${statement.name?.text}(`));
  return theirs.map((statement) => `${source.text.slice(statement.getStart(source), statement.end)}\n`).join('');
}

/** What API Extractor says about documentation and forgotten exports is the subject of `npm run api`. */
function leaveToReport(message) {
  if (message.category === 'Extractor' || message.category === 'TSDoc') message.logLevel = 'none';
  if (message.messageId === 'console-preamble') message.handled = true;
}

/** The names in a namespace that a declaration file exports, those of types included. */
function membersOf(file, name) {
  const program = ts.createProgram([file], { module: ts.ModuleKind.NodeNext });
  const checker = program.getTypeChecker();
  const exported = checker.getExportsOfModule(checker.getSymbolAtLocation(program.getSourceFile(file)));
  const namespace = exported.find((symbol) => symbol.name === name);
  if (namespace === undefined) throw new Error(`${file} exports no namespace ${name}`);
  const members = checker.getExportsOfModule(namespace);
  return members.map((member) => member.name).sort();
}
