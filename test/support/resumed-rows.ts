type Values = Readonly<Record<string, unknown>>;
interface ResumedCase {
  readonly name: string;
  /** Columns of a grid whose rows are given. */
  readonly columns: readonly Values[];
  readonly given: readonly Values[];
  readonly kept: readonly Values[];
  readonly rows: readonly Values[];
}

const column = (key: string, more: object = {}) => ({ type: 'textfield', key, input: true, ...more });
const decided = [column('id', { hidden: true }), column('jenis', { hidden: true }), column('putusan')];

/** What was kept of rows and what they are given with now: server and browser resume it alike. */
export const RESUMED_ROWS: readonly ResumedCase[] = [
  {
    name: 'a hidden field that the form filled in by itself',
    columns: decided,
    given: [{ id: 'a' }, { id: 'b' }], kept: [{ id: 'b', jenis: 'biasa', putusan: 'ya' }, { id: 'a', jenis: 'biasa', putusan: 'tidak' }],
    rows: [{ id: 'a', putusan: 'tidak' }, { id: 'b', putusan: 'ya' }],
  },
  {
    name: 'no hidden field but one that the form filled in by itself, beside what nobody may change',
    columns: [column('jenis', { hidden: true }), column('nama', { disabled: true }), column('putusan')],
    given: [{ nama: 'Meja' }, { nama: 'Kursi' }], kept: [{ jenis: 'biasa', nama: 'Kursi', putusan: 'ya' }],
    rows: [{ nama: 'Meja' }, { nama: 'Kursi', putusan: 'ya' }],
  },
  {
    name: 'a row that is the same in all, and one that is the same in all that was given',
    columns: decided,
    given: [{ id: 'a', jenis: '' }, { id: 'a', jenis: 'khusus' }], kept: [{ id: 'a', jenis: 'khusus', putusan: 'ya' }, { id: 'a', jenis: 'biasa', putusan: 'tidak' }],
    rows: [{ id: 'a', jenis: '', putusan: 'tidak' }, { id: 'a', jenis: 'khusus', putusan: 'ya' }],
  },
  {
    name: 'a row of which nothing is given that it could be known by, by its place alone',
    columns: decided,
    given: [{ id: 'a' }, { id: '' }], kept: [{ id: 'c', putusan: 'ya' }, { id: 'x', jenis: 'biasa', putusan: 'tidak' }],
    rows: [{ id: 'a' }, { id: '', putusan: 'tidak' }],
  },
  ...[undefined, null, '', false, [], {}, ['']].map((blank): ResumedCase => ({
    name: `a field that is blank as ${JSON.stringify(blank)}`,
    columns: [column('id', { hidden: true }), column('tanda', { hidden: true }), column('putusan')],
    given: [{ id: 'a', tanda: 'x' }, { id: 'a', tanda: blank }], kept: [{ id: 'a', tanda: '', putusan: 'ya' }, { id: 'a', tanda: 'x', putusan: 'tidak' }],
    rows: [{ id: 'a', tanda: 'x', putusan: 'tidak' }, { id: 'a', tanda: blank, putusan: 'ya' }],
  })),
  {
    name: 'nought, which is not blank',
    columns: decided,
    given: [{ id: 0 }, { id: 1 }], kept: [{ id: 1, putusan: 'ya' }, { id: '', putusan: 'tidak' }],
    rows: [{ id: 0 }, { id: 1, putusan: 'ya' }],
  },
];
