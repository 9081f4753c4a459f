import { onBehalf, signature } from './signature.js';

const plh = { role: 'kadis', title: { id: 'Plh. Kepala Dinas', en: 'Acting head' }, untilDay: '2026-12-03' };

describe('who a case says has done it', () => {
  it.each([
    ['his own role', ['sekretaris', 'kadis'], ['sekretaris'], 'Ani'],
    ["another's role", ['sekretaris', 'kadis'], ['kadis'], 'Ani (Plh. Kepala Dinas)'],
    ['his own of two roles asked for', ['kasi', 'kadis'], ['kadis', 'kasi'], 'Ani'],
    ['nobody in particular', ['kadis'], [], 'Ani'],
  ])('is told for %s', (_, roles, asked, expected) => expect(signature({ name: 'Ani', roles, standsIn: [plh] }, asked)).toBe(expected));

  it('is told to the audit log with the one on whose behalf', () => {
    const delegate = { roles: ['staf', 'kasi'], standsIn: [{ role: 'kasi', title: { id: 'a.n. Sari, Kepala Seksi', en: '' }, untilDay: '2026-12-03', forUserId: 'sari' }] };
    expect([onBehalf(delegate, ['kasi']), onBehalf(delegate, ['staf']), onBehalf(delegate, ['kasi', 'staf'])]).toEqual([{ as: 'a.n. Sari, Kepala Seksi' }, {}, {}]);
  });

  it('fits its column', () => expect(signature({ name: 'A'.repeat(255), roles: ['kadis'], standsIn: [plh] }, ['kadis'])).toHaveLength(255));
});
