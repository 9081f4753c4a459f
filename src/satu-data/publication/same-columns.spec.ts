import type { Row } from '../analysis/analyse.js';
import type { Variable } from '../datasets/dataset.types.js';
import type { HiddenCell } from '../disclosure/protect.js';
import { samePairs, shownElsewhere } from './same-columns.js';

const key = (name: string, more: Partial<Variable> = {}): Variable => ({ name, title: name, type: 'string', required: true, key: true, ...more });
const REGION = key('wilayah', { type: 'region' });
const measure = (name: string, title: string, more: Partial<Variable> = {}): Variable => ({ name, title, type: 'integer', unit: 'orang', required: true, key: false, ...more });
const OWN = { variables: [REGION, measure('penderita', 'Penderita TB', { protection: {} })] };
const pairsWith = (...variables: Variable[]): string[] => samePairs(OWN, { variables }).map(({ own, other }) => `${own.name}=${other.name}`);

describe('columns of two data sets that may be the same', () => {
  it('have the same title and unit however they are written, by the same regions', () => {
    expect(pairsWith(key('kode_desa', { type: 'region' }), measure('tb', ' penderita  (TB)', { unit: 'Orang' }))).toEqual(['penderita=tb']);
    expect(pairsWith(REGION, measure('tb', 'Penderita TB', { unit: 'persen' }), measure('dbd', 'Penderita DBD'), key('penderita', { title: 'Penderita TB' }))).toEqual([]);
    expect(pairsWith(key('desa', { type: 'region', list: 'bps-wilayah' }), measure('tb', 'Penderita TB'))).toEqual([]);
    expect(pairsWith(key('tahun'), measure('tb', 'Penderita TB'))).toEqual([]);
  });

  it('are told where either is protected, and never of what is not published at all', () => {
    const open = { variables: [REGION, measure('penderita', 'Penderita TB')] };
    expect([samePairs(open, open), samePairs(open, OWN), samePairs(OWN, OWN)].map(({ length }) => length)).toEqual([0, 1, 1]);
    expect(pairsWith(REGION, measure('penderita', 'Penderita TB'), measure('omzet', 'Omzet', { protection: { contributors: 'penderita' } }))).toEqual([]);
  });
});

describe('hidden cells that another page shows', () => {
  const rows: Row[] = [['15.06.01', '2'], ['15.06.02', '3'], ['15.06.03', '40']].map(([wilayah = '', penderita = '']) => ({ wilayah, penderita }));
  const hidden: HiddenCell[] = [0, 1].map((row) => ({ row, column: 'penderita', why: 'frequency' }));
  const other = { variables: [key('desa', { type: 'region' }), measure('tb', 'Penderita TB')] };
  const shown = (page: Row[], variables: readonly Variable[] = other.variables) => shownElsewhere(OWN, rows, hidden, samePairs(OWN, { variables: [...variables] }), { columns: [...variables], rows: page } as never).map(({ row }) => row);
  const page = rows.map(({ wilayah = '', penderita = '' }): Row => ({ desa: wilayah, tb: penderita }));

  it('are those of the same keys', () => {
    expect(shown(page)).toEqual([0, 1]);
    expect(shown(page.toReversed().slice(0, 2))).toEqual([1]);
    expect(shown([...page, { desa: '15.06.09', tb: '7' }])).toEqual([0, 1]);
  });

  it('are none where a row that both have differs, where too few are the same, or where it has other keys', () => {
    expect(shown([...page.slice(0, 2), { desa: '15.06.03', tb: '41' }])).toEqual([]);
    expect(shown(page.slice(0, 1))).toEqual([]);
    expect(shown(page.map((row) => ({ ...row, kelamin: 'L' })), [...other.variables, key('kelamin')])).toEqual([]);
    expect(shown(page.map(({ desa = '' }) => ({ desa })))).toEqual([]);
  });
});
