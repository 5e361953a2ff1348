import * as asyncio from 'asyncio-ts';

const records: string[] = [];
asyncio.logger.addHandler({ handle: ({ levelname, message }) => void records.push(`${levelname}: ${message}`) });
asyncio.logger.warning('%s is slow', 'the disk');
records; // => ['WARNING: the disk is slow']
