// Runs API Extractor as packages/asyncio/api-extractor.json says, over fresh declarations: on the library, then on
// the entries whose declarations name the library's as those of any package do that imports it.
import { Extractor, ExtractorConfig } from '@microsoft/api-extractor';
import { library } from '../shell.mjs';
import { printDanglingNames, writePublicDeclarations } from './public-declarations.mjs';
import { ENTRIES, declarationsOf } from './entries.mjs';

/** Answers whether API Extractor had nothing to complain about. With reports it compares or, `options`, writes them. */
export function extractApi({ reports }, options) {
  if (!writePublicDeclarations()) return false;
  return extract({}, reports, options) && ENTRIES.every((entry) => extract(declarationsOf(entry), reports, options));
}

/** `changes` are laid over the configuration, part by part. */
function extract(changes, reports, options) {
  const file = `${library}/api-extractor.json`;
  const base = ExtractorConfig.loadFile(file);
  const { mainEntryPointFilePath, apiReport, docModel, dtsRollup } = { ...base, ...changes };
  const config = ExtractorConfig.prepare({
    configObject: {
      ...base,
      mainEntryPointFilePath,
      apiReport: { ...base.apiReport, ...apiReport, enabled: reports },
      docModel: { ...base.docModel, ...docModel },
      dtsRollup: { ...base.dtsRollup, ...dtsRollup },
    },
    configObjectFullPath: file,
    packageJsonFullPath: `${library}/package.json`,
  });
  try {
    return Extractor.invoke(config, options).succeeded;
  } catch (error) {
    printDanglingNames();
    console.error(`API Extractor: ${error.message}\nDoes a public declaration name an @internal one?`);
    return false;
  }
}
