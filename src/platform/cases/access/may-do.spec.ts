import { recordersOf } from '../../releases/index.js';
import { mayDo } from './may-do.js';

describe('who may record another’s answer', () => {
  it('is listed by role, for the own office or for every office by a kind of office', () => {
    expect(recordersOf('operator, staf@walidata')).toEqual([{ role: 'operator', kind: null }, { role: 'staf', kind: 'walidata' }]);
    expect([recordersOf(null), recordersOf(''), recordersOf(' , ')]).toEqual([[], [], []]);
  });

  const task = { role: 'pimpinan', recordedBy: 'operator, staf@walidata', officeId: 'dukcapil' };
  const who = (role: string, officeId: string, officeKind: 'walidata' | 'produsen') => ({ id: 'u', username: 'u', name: 'u', roles: [role], officeId, officeKind, language: 'id' as const });
  it.each([
    ['the leader of the office', who('pimpinan', 'dukcapil', 'produsen'), true],
    ['its operator', who('operator', 'dukcapil', 'produsen'), true],
    ['another office’s operator', who('operator', 'dinkes', 'produsen'), false],
    ['another office’s leader', who('pimpinan', 'dinkes', 'produsen'), false],
    ['staff of the data office', who('staf', 'kominfo', 'walidata'), true],
    ['the same role at a producer', who('staf', 'dinkes', 'produsen'), false],
    ['somebody else of the data office', who('kabid', 'kominfo', 'walidata'), false],
  ])('%s', (_, person, may) => {
    expect(mayDo(person, task)).toBe(may);
  });
});
