import type { FormComponent, FormDefinition, FormPart } from '../../admin-ui/src/api/index.js';
import { nameColumns, takenFrom } from '../../admin-ui/src/features/editors/form/caseTable/columns.js';
import { copiesIn, detached, englishOf, groupsIn, withCopy } from '../../admin-ui/src/features/editors/form/parts/copies.js';
import { replaced } from '../../admin-ui/src/features/editors/form/replaced.js';
import { resumed } from '../../admin-ui/src/shared/formio/resumed.js';
import { withoutHidden } from '../../admin-ui/src/shared/formio/prepare.js';

const field = (key: string, more: object = {}): FormComponent => ({ key, type: 'textfield', label: key.toUpperCase(), ...more });
const table = (...columns: object[]): FormComponent => ({ key: 'tabel', type: 'tabelKasus', label: 'Tabel', table: { source: 'a.b', columns } });
const form = (...components: FormComponent[]): FormDefinition => ({ key: 'uji', title: { id: 'Uji', en: 'Test' }, components, i18n: { en: { JALAN: 'STREET', LAIN: 'OTHER' } } });

it('sends nothing of what a condition hides and the form keeps meanwhile', () => {
  const rows = [{ status: 'tidak_tersedia', tabel: { rows: [{ a: '1' }] } }, { status: 'disampaikan', tabel: { rows: [{ a: '2' }] } }];
  expect(withoutHidden({ dataset: structuredClone(rows), catatan: 'x', lain: 'y' }, ['dataset[0].tabel', 'catatan', 'dataset[7].tabel'])).toEqual({ dataset: [{ status: 'tidak_tersedia' }, rows[1]], lain: 'y' });
});

describe('columns of a table from the case', () => {
  const keys = (...components: FormComponent[]): string[] => {
    nameColumns(components);
    const last = components.at(-1) as FormComponent;
    return (last['table'] as { columns: { key: string }[] }).columns.map(({ key }) => key);
  };

  it('get names that nothing else in the form has, and keep those that they have', () => {
    expect(keys(field('nama'), table({ key: '', from: 'nama', label: 'Nama' }, { key: '', label: 'Jumlah yang disetujui' }, { key: '', label: 'Jumlah yang disetujui' }, { key: '', label: '12 %' }, { key: 'tetap', label: 'Lain' }))).toEqual(['nama2', 'jumlahYangDisetujui', 'jumlahYangDisetujui2', 'kolom', 'tetap']);
  });

  it('take the way of writing of where they come from, and are filled in where they come from nowhere', () => {
    const source = { source: 'a.b', title: { id: 'B', en: 'B' }, columns: [{ key: 'harga', label: { id: 'Harga', en: 'Price' }, format: 'money' as const }] };
    expect(takenFrom({ key: 'x', label: '', fill: true }, source, 'harga')).toEqual({ key: 'x', label: 'Harga', english: 'Price', from: 'harga', format: 'money', fill: true });
    expect(takenFrom({ key: 'x', label: 'Nilai', from: 'harga' }, source, '')).toEqual({ key: 'x', label: 'Nilai', fill: true });
  });

  it('keep what was typed in rows that are as they were', () => {
    const components = [table({ key: 'nama', from: 'nama', label: 'Nama' }, { key: 'isi', label: 'Isi', fill: true })];
    expect(resumed(components, { tabel: [{ nama: 'a' }, { nama: 'b' }] }, { tabel: [{ nama: 'b', isi: 1 }, { nama: 'c', isi: 2 }], lain: 'x' })).toEqual({ lain: 'x', tabel: [{ nama: 'a' }, { nama: 'b', isi: 1 }] });
    expect(resumed(components, { tabel: [{ nama: 'a' }] }, undefined)).toEqual({ tabel: [{ nama: 'a' }] });
  });
});

describe('parts in a form', () => {
  const part: FormPart = { key: 'alamat-kantor', version: 2, title: { id: 'Alamat', en: 'Address' }, components: [{ ...field('jalan') }], english: { JALAN: 'STREET' }, usedBy: [] };
  const group: FormComponent = { key: 'kelompok', type: 'fieldset', legend: 'Tempat', components: [field('jalan')], conditional: { show: true, conjunction: 'all', conditions: [] } };

  it('stand at the end or in the place of a group, with their condition and their English texts', () => {
    const added = withCopy(form(field('lain')), part);
    expect(copiesIn(added)).toMatchObject([{ key: 'alamat-kantor', version: 2, at: 'bagianAlamatKantor', name: 'Alamat' }]);
    expect(added.i18n?.['en']).toEqual({ JALAN: 'STREET', LAIN: 'OTHER', Alamat: 'Address' });
    expect(copiesIn(withCopy(added, part)).map(({ at }) => at)).toEqual(['bagianAlamatKantor', 'bagianAlamatKantor2']);
    const [copy] = withCopy(form({ key: 'p', type: 'panel', components: [group] }), part, 'kelompok').components[0]?.components ?? [];
    expect(copy).toMatchObject({ key: 'kelompok', type: 'bagian', legend: 'Alamat', part: { key: 'alamat-kantor', version: 2 }, conditional: group['conditional'], components: part.components });
  });

  it('become the form’s own, and could be made of any group that holds fields and no part', () => {
    const own = form({ key: 'p', type: 'panel', title: 'Panel', components: [group] }, { key: 'kosong', type: 'well', components: [] });
    const [copy] = copiesIn(withCopy(own, part, 'kelompok'));
    expect(groupsIn(withCopy(own, part, 'kelompok'))).toEqual([]);
    expect(groupsIn(own).map(({ key, name }) => [key, name])).toEqual([['p', 'Panel'], ['kelompok', 'Tempat']]);
    const again = detached(withCopy(own, part, 'kelompok'), copy as NonNullable<typeof copy>);
    expect(groupsIn(again).map(({ name }) => name)).toEqual(['Panel', 'Alamat']);
    expect(JSON.stringify(again)).not.toContain('"part"');
  });

  it('take along the English of their own texts only', () => expect(englishOf([field('jalan')], form())).toEqual({ JALAN: 'STREET' }));

  it('are found wherever they stand; what is not there replaces nothing', () => {
    const columns: FormComponent = { key: 'k', type: 'columns', columns: [{ components: [field('a')] }] };
    expect(replaced([columns], 'a', [field('b'), field('c')])).toEqual([{ key: 'k', type: 'columns', columns: [{ components: [field('b'), field('c')] }] }]);
    expect(replaced([columns], 'z', [])).toBeUndefined();
  });
});
