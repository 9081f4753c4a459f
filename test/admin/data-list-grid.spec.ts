import { filtered, moved, readInput, stateFilter, STATE_KEY, statesIn, valueOf, type Field, type Row } from '../../src/satu-data/screens/data-list/cells.js';
import { heldBy, holding, holdingAlso, seenRows, stayingBy, type FilteredBy, type Held } from '../../src/satu-data/screens/data-list/held-rows.js';
import { namesOf } from '../../src/satu-data/screens/data-list/names.js';
import { placeNow, spotAt } from '../../src/satu-data/screens/data-list/spots.js';
import { writeCell, writeCells } from '../../src/satu-data/screens/data-list/paste.js';
import { parseTsv, writeTsv } from '../../admin-ui/src/shared/tsv.js';
import { randomFrom } from '../support/random.js';

const field = (key: string, more: Partial<Field> = {}): Field => ({ key, label: { id: key, en: key }, kind: 'text', stage: 'listing', required: false, max: 10, options: [], ...more });
const risk = field('kelasRisiko', { kind: 'choice', options: [{ value: 'terbuka', label: { id: 'Terbuka', en: 'Open' } }, { value: 'tertutup', label: { id: 'Tertutup', en: 'Closed' } }] });
const FIELDS = [field('nama'), risk, field('kodeMetadata', { stage: 'checking' })];
const row = (id: string, values: Row['values'], more: Partial<Row> = {}): Row => ({ id, version: 1, position: 0, values, problems: [], tableColumns: 1, origin: 'carried', changed: [], marks: [], removed: false, published: false, state: 'listed', ...more });
const ROWS = [row('a', { nama: 'Penduduk', kelasRisiko: 'terbuka' }), row('b', { nama: 'Luas', kelasRisiko: 'tertutup' }, { origin: 'new' })];
const editable = ({ stage }: Field) => stage === 'listing';
const at = (anchorRow: number, column: number, focusRow = anchorRow, focusColumn = column) => ({ anchor: { row: anchorRow, column }, focus: { row: focusRow, column: focusColumn } });

describe('the clipboard', () => {
  it('gives back whatever cells were put on it', () => {
    const random = randomFrom(7);
    const signs = ['a', 'é', '"', '\t', '\n', ' ', '1', ','];
    for (let run = 0; run < 300; run += 1) {
      const cell = () => Array.from({ length: Math.floor(random() * 5) }, () => signs[Math.floor(random() * signs.length)]).join('');
      const width = 1 + Math.floor(random() * 4);
      const cells = Array.from({ length: 1 + Math.floor(random() * 4) }, () => Array.from({ length: width }, (_, index) => (index === 0 ? `x${cell()}` : cell())));
      expect(parseTsv(writeTsv(cells))).toEqual(cells);
    }
  });

  it.each([
    ['a\tb\r\nc\td\r\n', [['a', 'b'], ['c', 'd']]],
    ['"dua\nbaris"\t"kata ""x"""', [['dua\nbaris', 'kata "x"']]],
    ['5" pipa', [['5" pipa']]],
    ['', [['']]],
  ])('reads %j as Excel writes it', (text, cells) => expect(parseTsv(text)).toEqual(cells));
});

describe('cells that are written', () => {
  it('become choices by their words, and are refused where they are none; fixed cells are left alone', () => {
    const { edit, back, refused, left } = writeCells(ROWS, FIELDS, editable, { row: 0, column: 0 }, [['Jiwa', 'CLOSED', 'MS-1'], ['Luas', 'rahasia', '']], at(0, 0), true);
    expect(edit).toEqual({ changes: [{ id: 'a', values: { nama: 'Jiwa', kelasRisiko: 'tertutup' } }], added: [] });
    expect(back).toEqual({ changes: [{ id: 'a', values: { nama: 'Penduduk', kelasRisiko: 'terbuka' } }] });
    expect(left).toBe(1);
    expect(refused).toMatchObject([{ row: 1, value: 'rahasia', field: { key: 'kelasRisiko' } }]);
  });

  it('fill a range by one cell, and make rows below the last only where that is allowed', () => {
    expect(writeCells(ROWS, FIELDS, editable, { row: 0, column: 1 }, [['Tertutup']], at(0, 1, 1, 1), true).edit.changes).toEqual([{ id: 'a', values: { kelasRisiko: 'tertutup' } }]);
    const below = (mayAdd: boolean) => writeCells(ROWS, FIELDS, editable, { row: 1, column: 0 }, [['Luas'], ['Ikan']], at(1, 0), mayAdd);
    expect([below(true), below(false)]).toMatchObject([{ edit: { changes: [], added: [{ nama: 'Ikan' }] }, left: 0 }, { edit: { changes: [], added: [] }, left: 1 }]);
    expect(writeCells(ROWS, FIELDS, editable, { row: 0, column: 2 }, [['', 'y', ' ']], at(0, 2), true).left).toBe(1);
  });

  it('are of the row that was there when the typing began, whatever has been read since', () => {
    const began = row('a', { nama: 'Penduduk', kelasRisiko: 'terbuka' }, { version: 3 });
    expect(writeCell(began, FIELDS, editable, 0, 'Jiwa')).toMatchObject({ edit: { changes: [{ id: 'a', version: 3, values: { nama: 'Jiwa' } }] }, back: { changes: [{ id: 'a', values: { nama: 'Penduduk' } }] } });
    // Who has changed nothing writes over nobody.
    expect(writeCell(began, FIELDS, editable, 0, 'Penduduk').edit.changes).toEqual([]);
    expect(writeCell(began, FIELDS, editable, 1, 'rahasia').refused).toMatchObject([{ id: 'a', value: 'rahasia' }]);
  });

  it('are the same choice with other blanks between their words', () => {
    const name = 'Dinas Kesehatan';
    const producer = field('produsen', { kind: 'producer', options: [{ value: 'o-dinkes', label: { id: name, en: name } }] });
    expect(['Dinas  Kesehatan', 'Dinas\nKesehatan', 'dinas\u00a0kesehatan', 'Dinas Kesehatan Hewan'].map((given) => readInput(producer, given))).toEqual(['o-dinkes', 'o-dinkes', 'o-dinkes', null]);
  });

  it('have no row of titles that was copied along', () => {
    const titles = ['Nama', ' KELASRISIKO *'];
    expect(writeCells(ROWS, FIELDS, editable, { row: 0, column: 0 }, [titles, ['Jiwa', 'tertutup']], at(0, 0), true)).toMatchObject({ edit: { changes: [{ id: 'a', values: { nama: 'Jiwa', kelasRisiko: 'tertutup' } }], added: [] }, refused: [] });
    expect(writeCells(ROWS, FIELDS, editable, { row: 2, column: 0 }, [titles, ['Ikan', 'terbuka'], ['Udang', 'terbuka']], at(2, 0), true).edit.added).toEqual([{ nama: 'Ikan', kelasRisiko: 'terbuka' }, { nama: 'Udang', kelasRisiko: 'terbuka' }]);
    // Alone it is what somebody wants to call a row.
    expect(writeCells(ROWS, FIELDS, editable, { row: 0, column: 0 }, [['nama']], at(0, 0), true).edit.changes).toEqual([{ id: 'a', values: { nama: 'nama' } }]);
  });

  it('are not longer than the field', () => expect([readInput(FIELDS[0] as Field, 'x'.repeat(10)), readInput(FIELDS[0] as Field, 'x'.repeat(11))]).toEqual(['x'.repeat(10), null]));
});

describe('keys', () => {
  it.each([
    ['ArrowDown', false, { row: 6, column: 2 }], ['ArrowUp', true, { row: 0, column: 2 }], ['ArrowRight', true, { row: 5, column: 4 }], ['Home', false, { row: 5, column: 0 }], ['End', true, { row: 9, column: 4 }],
    ['Home', true, { row: 0, column: 0 }], ['PageDown', false, { row: 9, column: 2 }],
  ] as const)('%s (Ctrl %s) leads within the list', (key, control, place) => expect(moved({ row: 5, column: 2 }, key, control, 10, 5)).toEqual(place));
  it('that lead nowhere', () => expect([moved({ row: 0, column: 0 }, 'a', false, 10, 5), moved({ row: 0, column: 0 }, 'ArrowDown', false, 0, 5)]).toEqual([null, null]));
});

it('filters by what is to be done and by what cells show', () => {
  const ids = (filter: Parameters<typeof filtered>[2], columns = {}) => filtered(ROWS, FIELDS, filter, columns, 'en').map(({ id }) => id);
  expect([ids('all'), ids('new'), ids('unready'), ids('all', { kelasRisiko: 'clos' }), ids('all', { nama: 'pend', kelasRisiko: 'clos' })]).toEqual([['a', 'b'], ['b'], [], ['b'], []]);
});

describe('the state of data sets', () => {
  const column = field(STATE_KEY, { kind: 'choice', options: [{ value: 'asked', label: { id: 'Diminta', en: 'Asked' } }, { value: 'late', label: { id: 'Terlambat', en: 'Late' } }] });
  const sent = [row('a', { nama: 'Penduduk' }, { state: 'asked' }), row('b', { nama: 'Luas' }, { state: 'late' }), row('c', { nama: 'Panen' }, { state: null })];
  const ids = (filter: Parameters<typeof filtered>[2], columns = {}) => filtered(sent, [column, ...FIELDS], filter, columns, 'id').map(({ id }) => id);

  it('is counted and filtered by, as a whole and by its words in the column', () => {
    expect([...statesIn(sent)]).toEqual([['asked', 1], ['late', 1]]);
    expect([ids(stateFilter('late')), ids('all', { [STATE_KEY]: 'termin' }), ids('all', { [STATE_KEY]: 'lambat' })]).toEqual([['b'], [], ['b']]);
    expect(sent.map((one) => valueOf(one, STATE_KEY))).toEqual(['asked', 'late', '']);
  });

  it('is no field that a paste writes into', () => {
    const [one] = sent as [Row];
    expect(writeCells([one], [column, ...FIELDS], ({ key }) => key === 'nama', { row: 0, column: 0 }, [['Diminta', 'Warga']], at(0, 0), false)).toMatchObject({ edit: { changes: [{ id: 'a', values: { nama: 'Warga' } }] }, left: 0 });
  });
});

describe('a filtered list that somebody works in', () => {
  const lacking = (id: string): Row => row(id, { nama: id }, { problems: [{ path: 'satuan', message: { id: 'x', en: 'x' } }] });
  const ready = (id: string): Row => row(id, { nama: id });
  const BY: FilteredBy = { filter: 'unready', columns: {} };
  const ids = (rows: readonly Row[], held: Held | null, by = BY) => seenRows(rows, FIELDS, by, 'en', heldBy(held, by)).map(({ id }) => id);
  const placesOf = (rows: readonly string[]) => new Map(rows.map((id, index) => [id, index]));

  it('keeps the rows that it had: none goes because it is right by now, and what is typed below it stays in its row', () => {
    const before = ['r3', 'r4', 'r5'].map(lacking);
    const held = holding(null, BY, before);
    const editing = spotAt(before, { row: 1, column: 2 });
    const answered = [ready('r0'), ready('r3'), lacking('r4'), lacking('r5')];
    expect(ids(answered, held)).toEqual(['r3', 'r4', 'r5']);
    expect(placeNow(editing, placesOf(ids(answered, held)))).toEqual({ row: 1, column: 2 });
    // Also where it moves up, and where it is the last one.
    expect([placeNow(editing, placesOf(['r4', 'r5'])), placeNow(editing, placesOf(['r4']))]).toEqual([{ row: 0, column: 2 }, { row: 0, column: 2 }]);
    // None comes in between either, but for what he has brought back himself.
    expect([ids([lacking('r2'), ...before], held), ids([lacking('r2'), ...before], holdingAlso(held, ['r2']))]).toEqual([['r3', 'r4', 'r5'], ['r2', 'r3', 'r4', 'r5']]);
  });

  it('is filtered anew once he has left it, or set another filter; without a filter nothing has to be kept', () => {
    const held = holding(null, BY, ['r3', 'r4'].map(lacking));
    const rows = [ready('r3'), lacking('r4')];
    expect([ids(rows, null), ids(rows, held, { ...BY, columns: { nama: 'r' } })]).toEqual([['r4'], ['r4']]);
    expect(holding(held, BY, rows)).toBe(held);
    expect([holding(held, { filter: 'all', columns: { nama: ' ' } }, rows), holdingAlso(null, ['r3'])]).toEqual([null, null]);
  });

  it('still has those that he ticked once he has left it: the button that he goes to finds them, though they are right by now', () => {
    const held = holding(null, BY, ['r3', 'r4', 'r5'].map(lacking));
    const rows = [ready('r2'), ready('r3'), ready('r4'), lacking('r5'), lacking('r6')];
    const left = (chosen: readonly string[], by = BY) => seenRows(rows, FIELDS, by, 'en', null, stayingBy(held, by, new Set(chosen))).map(({ id }) => id);
    expect(left(['r2', 'r4', 'r5'])).toEqual(['r4', 'r5', 'r6']);
    // Until they are not ticked any more, or he filters anew.
    expect([left([]), left(['r4'], { ...BY, columns: { nama: 'r6' } })]).toEqual([['r5', 'r6'], ['r6']]);
  });

  it('leads on from where the row stood, once it has been taken out', () => expect(placeNow({ id: 'gone', row: 7, column: 1 }, placesOf(['a', 'b']))).toEqual({ row: 1, column: 1 }));
});

describe('the names of a list as a number', () => {
  it('is another where a name or a producer changes, or a row goes, and for nothing else', () => {
    const [a, b] = ROWS as [Row, Row];
    const before = namesOf(ROWS);
    expect(namesOf([a, { ...b, values: { ...b.values, kelasRisiko: 'terbuka' }, version: 2 }])).toBe(before);
    expect([[a], [b, a], [{ ...a, values: { ...a.values, nama: 'Penduduk ' } }, b], [{ ...a, values: { ...a.values, produsen: 'o' } }, b]].map((rows) => namesOf(rows) === before)).toEqual([false, false, false, false]);
  });
});
