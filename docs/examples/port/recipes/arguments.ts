import { parseArgs } from 'node:util';

const { values, positionals } = parseArgs({
  args: ['-j', '8', 'a.txt'], // process.argv.slice(2) if it isn't given
  allowPositionals: true,
  options: {
    jobs: { type: 'string', short: 'j', default: '4' },
    verbose: { type: 'boolean', default: false },
  },
});
[Number(values.jobs), values.verbose, positionals]; // => [8, false, ['a.txt']]
