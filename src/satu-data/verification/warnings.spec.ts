import type { DatasetEntity } from '../datasets/dataset.entity.js';
import type { CompareRule } from '../datasets/dataset.types.js';
import type { Finding } from './finding.js';
import { warningsOf } from './warnings.js';

const number = (name: string, title: string) => ({ name, title, type: 'integer', required: true, key: false }) as const;
const own = (left: string, right: string): CompareRule => ({ kind: 'compare', left: [left], comparison: '≤', right: { number: right }, tolerance: null, severity: 'WARNING' });
const DATASET: Pick<DatasetEntity, 'variables' | 'rules'> = { variables: [number('jumlah', 'Jumlah'), number('luas', 'Luas')], rules: [own('luas', '1000'), { kind: 'sum', parts: ['luas'], total: 'jumlah' }, own('jumlah', '5000')] };
const finding = (more: Partial<Finding>): Finding => ({ rule: 'compare', severity: 'WARNING', row: 7, column: 'luas', cell: 'B7', message: { id: 'Terlalu besar.', en: 'Too large.' }, ...more });
const said = (...found: Finding[]) => warningsOf(DATASET, found).map(({ key, said: text }) => [key, text.id, text.en]);

describe('the warnings of a delivery', () => {
  it('are one for each rule, own rules by their sentences, in the order of the report', () => {
    const found = [finding({ rule: 'outlier' }), finding({ ownRule: 1, column: 'jumlah', cell: 'A7' }), finding({ ownRule: 0 }), finding({ ownRule: 0, row: 8, cell: 'B8' })];
    expect(said(...found)).toEqual([
      ['compare:0', 'Luas ≤ 1.000: 2 sel ditandai. Yang pertama, B7: Terlalu besar.', 'Luas ≤ 1,000: 2 cells are marked. The first, B7: Too large.'],
      ['compare:1', 'Jumlah ≤ 5.000: sel A7. Terlalu besar.', 'Jumlah ≤ 5,000: cell A7. Too large.'],
      ['outlier', 'Perubahan yang tidak lazim: sel B7. Terlalu besar.', 'Unusual changes: cell B7. Too large.'],
    ]);
  });

  it('are no errors and no remarks, also of the same rule', () => {
    expect(said(finding({ rule: 'range', severity: 'ERROR' }), finding({ rule: 'template', severity: 'INFO' }))).toEqual([]);
    expect(said(finding({ rule: 'template', severity: 'INFO', row: null }), finding({ rule: 'template', row: null, column: null, cell: null }))).toEqual([['template', 'Templat yang berlaku: Terlalu besar.', 'The template in force: Too large.']]);
  });

  it('count cells that are not named one by one, and name the row of what was typed', () => {
    const cut = finding({ rule: 'outlier', row: null, cell: null, times: 1500, message: { id: '2500 sel …', en: '2500 cells …' } });
    expect(said(cut, finding({ rule: 'outlier', cell: null }))).toEqual([['outlier', 'Perubahan yang tidak lazim: 1.501 sel ditandai. Yang pertama, baris 7: Terlalu besar.', 'Unusual changes: 1,501 cells are marked. The first, row 7: Too large.']]);
    expect(said(finding({ rule: 'outlier', cell: null }))).toEqual([['outlier', 'Perubahan yang tidak lazim: Baris 7. Terlalu besar.', 'Unusual changes: Row 7. Too large.']]);
    const column = (name: string) => finding({ rule: 'column-unknown', row: null, column: null, cell: null, message: { id: `Kolom “${name}” tidak dipakai.`, en: `The column “${name}” is not used.` } });
    expect(said(column('a'), column('b'))).toEqual([['column-unknown', 'Tidak ada kolom asing: 2 temuan. Yang pertama: Kolom “a” tidak dipakai.', 'No unknown columns: 2 findings. The first: The column “a” is not used.']]);
  });

  it('of own rules that do not say which of them they are of are one', () => {
    expect(said(finding({ ownRule: null }), finding({ ownRule: null }))).toEqual([['compare', 'Aturan kantor sendiri: 2 sel ditandai. Yang pertama, B7: Terlalu besar.', 'The office’s own rules: 2 cells are marked. The first, B7: Too large.']]);
  });
});
