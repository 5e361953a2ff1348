// Runs API Extractor as packages/asyncio/api-extractor.json says, over fresh declarations.
import { Extractor, ExtractorConfig } from '@microsoft/api-extractor';
import { library } from '../shell.mjs';
import { writePublicDeclarations } from './public-declarations.mjs';

/** Answers whether API Extractor had nothing to complain about; `changes` are laid over its configuration. */
export function extractApi(changes, options) {
  if (!writePublicDeclarations()) return false;
  const file = `${library}/api-extractor.json`;
  const config = ExtractorConfig.prepare({
    configObject: { ...ExtractorConfig.loadFile(file), ...changes },
    configObjectFullPath: file,
    packageJsonFullPath: `${library}/package.json`,
  });
  return Extractor.invoke(config, options).succeeded;
}
