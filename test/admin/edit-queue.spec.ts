import { EditQueue, type Way } from '../../src/satu-data/screens/data-list/edit-queue.js';
import type { Edit, Row } from '../../src/satu-data/screens/data-list/cells.js';
import { tableChanges } from '../../src/satu-data/screens/data-list/table-changes.js';
import { notesOnLine, refusedParts } from '../../src/satu-data/screens/data-list/refused.js';

const row = (id: string, nama: string, version = 1): Row => ({ id, version, position: 0, values: { nama }, problems: [], tableColumns: 1, origin: 'carried', changed: [], marks: [], removed: false, published: false, state: 'listed' });
const names = (edit: Edit): string[] => edit.changes.map(({ values }) => String(values?.['nama']));
const writes = (nama: string): Edit => ({ changes: [{ id: 'a', values: { nama } }] });
const settle = () => new Promise((done) => setImmediate(done));

/** A server that answers when it is told to, and a list as the page keeps it. */
function desk() {
  const sent: { names: string[]; version: number | undefined; own: readonly number[] | undefined; answer: (nama: string, version: number) => void; fail: (kind: string) => void }[] = [];
  const list = { rows: [row('a', 'Lama')], reloads: 0, mayGo: true };
  const way: Way = {
    mayGo: () => list.mayGo,
    send: (edit, bases) => new Promise((resolve, reject) => sent.push({ names: names(edit), version: bases.get('a')?.version, own: bases.get('a')?.own, answer: (nama, version) => resolve([row('a', nama, version)]), fail: reject })),
    kindOf: (problem) => problem as 'again',
    rows: () => list.rows,
    put: (rows) => { list.rows = rows; },
    reload: async () => { list.reloads += 1; },
  };
  const queue = new EditQueue(way);
  const nth = (index: number) => sent[index] ?? (() => { throw new Error(`Nothing was sent ${index}`); })();
  return { queue, sent, list, nth };
}

describe('edits of the data list on their way', () => {
  it('show at once, and go out one after the other with the version that was seen, and those that our own edits made', async () => {
    const { queue, sent, list, nth } = desk();
    const first = queue.save(writes('Satu'));
    void queue.save(writes('Dua'));
    expect([list.rows[0]?.values['nama'], queue.state().waiting, sent.length]).toEqual(['Dua', 2, 1]);
    nth(0).answer('Satu', 2);
    expect((await first)?.[0]?.version).toBe(2);
    await settle();
    expect([sent.map((one) => [one.names[0], one.version, one.own]), list.rows[0]?.values['nama']]).toEqual([[['Satu', 1, []], ['Dua', 1, [2]]], 'Dua']);
    nth(1).answer('Dua', 3);
    await settle();
    expect(queue.state()).toEqual({ waiting: 0, error: null, refusal: null });
  });

  it('wait where the server is not reached: whoever opens the page meanwhile is told the same, and it goes on by itself', async () => {
    jest.useFakeTimers({ doNotFake: ['setImmediate'] });
    const { queue, sent, nth } = desk();
    void queue.save(writes('Satu'));
    nth(0).fail('again');
    await settle();
    expect(queue.state()).toEqual({ waiting: 1, error: 'again', refusal: null });
    let told = 0;
    const leave = queue.subscribe(() => { told += 1; });
    jest.advanceTimersByTime(4_000);
    expect(sent).toHaveLength(2);
    nth(1).answer('Satu', 2);
    await settle();
    expect([queue.state(), told > 0]).toEqual([{ waiting: 0, error: null, refusal: null }, true]);
    leave();
    jest.useRealTimers();
  });

  it('that were refused are told with what was written, until something written after that has been taken', async () => {
    const { queue, list, nth } = desk();
    const refused = queue.save(writes('Terlalu panjang'));
    void queue.save(writes('Dua'));
    nth(0).fail('refused');
    expect(await refused).toBeNull();
    await settle();
    expect([queue.state().refusal, list.reloads]).toEqual([{ edit: writes('Terlalu panjang'), error: 'refused' }, 1]);
    nth(1).answer('Dua', 2);
    await settle();
    expect(queue.state()).toMatchObject({ waiting: 0, refusal: { error: 'refused' } });
    void queue.save(writes('Tiga'));
    nth(2).answer('Tiga', 3);
    await settle();
    expect(queue.state().refusal).toBeNull();
  });

  it('say of a row that is not in the list which version of it was seen', () => {
    const { queue, sent, list } = desk();
    list.rows = [];
    void queue.save({ changes: [{ id: 'a', version: 4, removed: false }] });
    expect(sent[0]?.version).toBe(4);
  });

  it('go out with the version that their writer has seen, whatever has been read since', async () => {
    const { queue, sent, list, nth } = desk();
    // The dialog was opened at version 3; a colleague’s version 4 is read behind it.
    list.rows = [row('a', 'Lama', 4)];
    void queue.save({ changes: [{ id: 'a', version: 3, values: { variabel: [] } }] });
    expect(sent[0]?.version).toBe(3);
    nth(0).fail('refused');
    await settle();
    // Written without a connection, of what was there then.
    list.mayGo = false;
    void queue.save(writes('Satu'));
    list.rows = [row('a', 'Satu', 5)];
    list.mayGo = true;
    void queue.send();
    expect(sent[1]?.version).toBe(4);
  });

  it('say which versions after the one that was seen are our own: what we wrote ourselves is not somebody else’s', async () => {
    const { queue, sent, nth } = desk();
    void queue.save({ changes: [{ id: 'a', values: { nama: 'Satu', satuan: 'jiwa' } }] });
    void queue.save({ changes: [{ id: 'a', values: { satuan: 'orang', definisi: 'x' } }] });
    nth(0).answer('Satu', 3);
    await settle();
    expect(sent.map(({ version, own }) => [version, own])).toEqual([[1, []], [1, [3]]]);
  });

  it('stay where somebody else has signed in, or nobody has', async () => {
    const { queue, sent, list, nth } = desk();
    list.mayGo = false;
    void queue.save(writes('Satu'));
    await queue.send();
    expect([sent.length, queue.state().waiting]).toEqual([0, 1]);
    list.mayGo = true;
    const sending = queue.send();
    nth(0).fail('signed-out');
    await sending;
    expect(queue.state()).toEqual({ waiting: 1, error: 'signed-out', refusal: null });
  });
});

describe('what was changed of a table’s description', () => {
  it('is what says something else, with what it said; what is left out and what is blank are the same', () => {
    const before = { variabel: [{ kolom: 'jumlah', pola: '' }], kolomWilayah: 'kode_wilayah', aturanJumlah: 'a = b + c' };
    const now = { variabel: [{ kolom: 'jumlah' }], kolomWilayah: 'wilayah', kolomPeriode: '', aturanSendiri: [{ kiri: 'a' }] };
    expect(tableChanges(before, now)).toEqual({ now: { kolomWilayah: 'wilayah', aturanJumlah: null, aturanSendiri: [{ kiri: 'a' }] }, before: { kolomWilayah: 'kode_wilayah', aturanJumlah: 'a = b + c', aturanSendiri: null } });
    expect(tableChanges(before, { ...before }).now).toEqual({});
  });
});

describe('what was refused of a row', () => {
  const [first, second] = [{ kolom: 'Jumlah L' }, { kolom: 'jumlah' }];
  const written = { variabel: [first, second] };
  const refusal = { edit: { changes: [{ id: 'a', values: { nama: 'Satu' } }, { id: 'b', values: written }] }, error: null };
  const errors = [
    { path: 'changes.0.nama', message: 'Bukan baris ini.' }, { path: 'changes.1.variabel.0.kolom', message: 'Huruf kecil.' }, { path: 'changes.1.kolomWilayah', message: 'Terlalu panjang.' }, { path: 'changes.1', message: 'Tidak ada.' },
  ];

  it('is told by field and line, of this row alone', () => {
    expect(refusedParts(refusal, 'b', errors)).toEqual([{ field: 'variabel', line: 0, key: 'kolom', message: 'Huruf kecil.' }, { field: 'kolomWilayah', line: null, key: 'kolomWilayah', message: 'Terlalu panjang.' }]);
    expect([refusedParts(refusal, 'c', errors), refusedParts(null, 'b', errors)]).toEqual([[], []]);
  });

  it('stays with its line, also where another one goes, until that is changed', () => {
    const parts = refusedParts(refusal, 'b', errors);
    expect([first, second, { ...first }].map((line) => notesOnLine(parts, written, 'variabel', line))).toEqual([{ kolom: 'Huruf kecil.' }, {}, {}]);
  });
});
