'use asyncio';

export const directed = (async () => 'compiled')();
