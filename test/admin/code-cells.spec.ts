import { withWords, type Offer } from '../../admin-ui/src/shared/formio/fields/tabel/offers.js';
import { placeBy, type Seen } from '../../admin-ui/src/shared/formio/fields/tabel/place-by.js';

const offer = (code: string, id: string, en = id): Offer => ({ code, title: { id, en }, detail: null });

describe('codes that a cell offers', () => {
  it('of a short list are looked through without asking again', () => {
    const list = [offer('orang', 'Orang', 'Person'), offer('kg', 'Kilogram'), offer('g', 'Gram')];
    expect([withWords(list, ''), withWords(list, 'GRAM'), withWords(list, 'person'), withWords(list, 'x')].map((found) => found.map(({ code }) => code))).toEqual([['orang', 'kg', 'g'], ['g', 'kg'], ['orang'], []]);
  });

  const whole = (width: number, height: number): Seen => ({ left: 0, top: 0, width, height });
  it.each([
    ['below the cell, as wide as a list needs', { left: 100, top: 200, bottom: 230, width: 150 }, whole(1440, 900), { left: 100, width: 384, top: 230, maxHeight: 662 }],
    ['within a telephone', { left: 200, top: 200, bottom: 230, width: 150 }, whole(360, 740), { left: 8, width: 344, top: 230, maxHeight: 502 }],
    ['above the cell where there is no room below', { left: 100, top: 700, bottom: 730, width: 150 }, whole(1440, 760), { left: 100, width: 384, top: 700, maxHeight: 692, transform: 'translateY(-100%)' }],
    ['below where there is no room at all, as above a keyboard', { left: 8, top: 100, bottom: 130, width: 150 }, whole(360, 260), { left: 8, width: 344, top: 130, maxHeight: 122 }],
    ['above the cell and below what a keyboard has pushed out of sight', { left: 8, top: 560, bottom: 590, width: 150 }, { left: 0, top: 300, width: 360, height: 330 }, { left: 8, width: 344, top: 560, maxHeight: 252, transform: 'translateY(-100%)' }],
    ['beside the cell in a page drawn larger', { left: 300, top: 200, bottom: 230, width: 150 }, { left: 180, top: 150, width: 180, height: 370 }, { left: 188, width: 164, top: 230, maxHeight: 282 }],
    ['nowhere while the cell is out of sight', { left: 8, top: -90, bottom: -60, width: 150 }, whole(360, 740), null],
    ['nowhere while the keyboard has pushed the cell out of sight', { left: 8, top: 200, bottom: 230, width: 150 }, { left: 0, top: 300, width: 360, height: 330 }, null],
  ])('stand %s', (_, field, seen, place) => expect(placeBy(field, seen)).toEqual(place));
});
