// Runs API Extractor as packages/asyncio/api-extractor.json says, over fresh declarations.
import { Extractor, ExtractorConfig } from '@microsoft/api-extractor';
import { rmSync } from 'node:fs';
import { library, run, tool } from '../shell.mjs';

/** Answers whether API Extractor had nothing to complain about; `changes` are laid over its configuration. */
export function extractApi(changes, options = {}) {
  rmSync(`${library}/temp`, { recursive: true, force: true });
  run(tool('tsc'), ['--project', `${library}/tsconfig.public.json`]);
  const file = `${library}/api-extractor.json`;
  const config = ExtractorConfig.prepare({
    configObject: { ...ExtractorConfig.loadFile(file), ...changes },
    configObjectFullPath: file,
    packageJsonFullPath: `${library}/package.json`,
  });
  return Extractor.invoke(config, { messageCallback: withoutBanner, ...options }).succeeded;
}

function withoutBanner(message) {
  if (message.messageId === 'console-preamble') message.handled = true;
}
