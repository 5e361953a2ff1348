// Runs API Extractor as packages/asyncio/api-extractor.json says, over fresh declarations.
import { Extractor, ExtractorConfig } from '@microsoft/api-extractor';
import { library } from '../shell.mjs';
import { printDanglingNames, writePublicDeclarations } from './public-declarations.mjs';

/** Answers whether API Extractor had nothing to complain about; `changes` are laid over its configuration. */
export function extractApi(changes, options) {
  if (!writePublicDeclarations()) return false;
  const file = `${library}/api-extractor.json`;
  const config = ExtractorConfig.prepare({
    configObject: { ...ExtractorConfig.loadFile(file), ...changes },
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
