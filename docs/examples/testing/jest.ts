import * as asyncio from 'asyncio-ts';
import { test } from 'asyncio-ts/testing';

test('an hour passes at once', async () => {
  await asyncio.sleep(3600);
});
