import type { Finished, Said } from '../../../../../exercises';

export function check({ output, source }: Finished): Said | null {
  const seats = output.map((line) => line.split(': ')[1]);
  const sold = seats.filter((seat) => seat !== 'sold out');
  if (new Set(sold).size < sold.length) {
    return {
      en: 'A seat is sold several times: while one pays, the others look at the same list.',
      zh: '同一个座位卖了好几次：一个人付款时，其他人看到的还是同一张列表。',
    };
  }
  if (output.length !== 4 || sold.length !== 3) {
    return {
      en: 'Three of the four should get a seat, and the fourth should hear that it is sold out.',
      zh: '四个人中应当有三个得到座位，第四个得知已经售完。',
    };
  }
  if (!source.includes('0.5')) {
    return {
      en: 'The payment takes half a second. Leave it where it is.',
      zh: '付款需要半秒，请保留它。',
    };
  }
  return null;
}
