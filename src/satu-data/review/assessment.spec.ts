import { checklistIn } from './assessment.js';

describe('the checklist of an assessment', () => {
  const labels = new Map([['periksaSampel', 'Kerangka sampel diperiksa']]);

  it('keeps an item whatever kind of field an administrator made it', () => {
    const data = { periksaMetode: ' ya ', periksaSampel: true, periksaSampelCatatan: 'Kerangka 2025.', periksaBobot: false, periksaResponden: 120, periksaSumber: ['survei', 'sensus'] };
    expect(checklistIn(data, labels, new Map([['periksaSampel', 'The sampling frame was examined']]))).toMatchObject([
      { item: 'periksaMetode', itemEn: 'periksaMetode', answer: 'ya', note: null }, { item: 'Kerangka sampel diperiksa', itemEn: 'The sampling frame was examined', answer: 'ya', note: 'Kerangka 2025.' }, { item: 'periksaBobot', answer: 'tidak', note: null }, { item: 'periksaResponden', answer: '120', note: null },
      { item: 'periksaSumber', answer: 'survei, sensus', note: null },
    ]);
  });

  it('keeps nothing of what is not answered, and of other fields', () => {
    expect(checklistIn({ periksaMetode: '', periksaSumber: [], periksaBobot: null, periksaCatatan: 'x', periksa: true, pemeriksa: true, mutuAkurasi: 'baik' }, labels)).toEqual([]);
  });
});
