export const native = (async () => 'native')();
