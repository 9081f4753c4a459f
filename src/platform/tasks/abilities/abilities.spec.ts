import { person, producer, summaryOf } from '../../../../test/support/case-world.js';
import { mayStart, sightOf, stepsOf } from './abilities.js';

const kasi = person('kasi', ['kasi', 'staf']);
const bps = person('bps', ['bps'], { id: 'office-bps', kind: 'bps' });
const operator = person('operator', ['operator'], producer('dukcapil'));

const summary = summaryOf('utama', [
  { id: 'a', name: 'Menyusun daftar', step: '4', role: 'staf' },
  { id: 'b', name: 'Memeriksa', role: 'bps', properties: { recordedBy: 'kasi' } },
  { id: 'c', name: 'Menyampaikan', role: 'operator', office: 'officeId' },
  { id: 'd', name: 'Memutuskan', role: 'kadis' },
  { id: 'e', type: 'ServiceTask', name: 'Mengirim' },
]);

describe('What a person may see and do', () => {
  it.each([['the office all', kasi, 'all'], ['a producer what is its own', operator, 'office'], ['the statistics office its part', bps, 'part'], ['somebody without an office all', person('admin', ['admin'], { id: '', kind: null }), 'all']] as const)('%s', (_, principal, sight) => expect(sightOf(principal)).toBe(sight));

  it('is the steps of his roles, with the role, and what he only records', () => {
    expect(stepsOf(kasi, summary)).toEqual([
      { id: 'a', name: 'Menyusun daftar', step: '4', through: ['staf'], records: false, ownOffice: false },
      { id: 'b', name: 'Memeriksa', step: null, through: ['kasi'], records: true, ownOffice: false },
    ]);
    expect(stepsOf(operator, summary)).toMatchObject([{ id: 'c', through: ['operator'], ownOffice: true }]);
    expect(stepsOf(bps, summary)).toMatchObject([{ id: 'b', records: false }]);
    expect(stepsOf(person('nobody', []), summary)).toEqual([]);
  });

  it('is not the step of an office for who has none', () => {
    expect(stepsOf({ ...operator, officeId: null }, summary)).toEqual([]);
  });

  it('is a start where the diagram names his role, or nobody', () => {
    expect([mayStart(kasi, { starters: ['kadis'] }), mayStart(kasi, { starters: ['kadis', 'kasi'] }), mayStart(operator, { starters: [] })]).toEqual([false, true, true]);
  });
});
