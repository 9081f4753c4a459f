import type { Variable } from '../datasets/dataset.types.js';
import { contributedIn, impossible } from './contributors.js';

const variable = (name: string, more: Partial<Variable> = {}): Variable => ({ name, title: name, type: 'number', required: false, key: false, ...more });
const [of] = contributedIn([variable('omzet', { protection: { contributors: 'usaha', largestTwo: 'dua' } }), variable('usaha'), variable('dua')]);
const told = (value: string, count: string, largestTwo: string) => {
  const found = of && impossible(of, { value, count, largestTwo });
  return found ? `${found.what} ${found.severity}` : null;
};

describe('contributors who cannot have what a row says', () => {
  it('may be a matter of rounding only where one number is written more coarsely, by half a unit of it', () => {
    expect([told('12', '2', '12.4'), told('12', '1', '11.6'), told('12', '1', '12.0')]).toEqual(['more WARNING', 'one WARNING', null]);
    expect([told('12', '2', '12.6'), told('12', '2', '13'), told('12.1', '1', '12.0')]).toEqual(['more ERROR', 'more ERROR', 'one ERROR']);
  });
});
