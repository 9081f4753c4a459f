import { acceptedReasons, reasonWords } from './accepted-reasons.js';

const check = (name: string, reason: string | null) => ({ title: { id: name, en: `${name} (en)` }, accepted: reason === null ? null : { reason, by: 'u', at: null } });

describe('why findings were accepted', () => {
  it('is said once and of no rule where it is the same for all', () => {
    expect(acceptedReasons([check('A', 'x'), check('B', null), check('C', 'x')]).map(reasonWords)).toEqual([{ id: 'x', en: 'x' }]);
    expect(acceptedReasons([check('A', null)])).toEqual([]);
  });

  it('is said with its rules where there are several', () => {
    expect(acceptedReasons([check('A', 'x'), check('B', 'y'), check('C', 'x')]).map(reasonWords)).toEqual([{ id: 'A; C: x', en: 'A (en); C (en): x' }, { id: 'B: y', en: 'B (en): y' }]);
  });
});
