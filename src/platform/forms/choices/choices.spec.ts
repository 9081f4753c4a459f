import type { Asker, Clock, Offices, Settings } from '../../../sdk/index.js';
import type { UsersRepository } from '../../identity/index.js';
import type { FormComponent, FormDefinition } from '../form-definition.js';
import { FormPolicy } from '../form-policy.js';
import { FormValidator } from '../form-validator.js';
import { Choices } from './choices.js';
import { CodeChoices } from './code-choices.js';
import { CodeLists } from './code-lists.js';
import { OfficeChoices } from './office-choices.js';
import { PeopleChoices } from './people-choices.js';

const OFFICES = [{ id: 'o1', code: 'DINKES', name: 'Dinas Kesehatan', kind: 'produsen' }, { id: 'o2', code: 'BPS', name: 'Badan Pusat Statistik', kind: 'bps' }, { id: 'o3', code: 'LAMA', name: 'Kantor Lama', kind: 'produsen', closed: true }];
const person = (id: string, name: string, roles: string[], officeId: string, active = true) => ({ id, name, title: null, roles, officeId, active, office: OFFICES.find((office) => office.id === officeId) });
const USERS = [person('u1', 'Rina', ['operator'], 'o1'), person('u2', 'Budi', ['pimpinan'], 'o1'), person('u3', 'Sari', ['bps'], 'o2'), person('u4', 'Tono', ['operator'], 'o1', false)];
let today = '2026-06-01';

const asker = { required: () => ({ officeId: 'o1' }) } as unknown as Asker;
const offices = { all: () => Promise.resolve(OFFICES.filter(({ closed }) => !closed)), byId: (id: string) => Promise.resolve(OFFICES.find((office) => office.id === id) ?? null) } as unknown as Offices;
const people = new PeopleChoices({ all: () => Promise.resolve(USERS) } as unknown as UsersRepository, asker);
const lists = new CodeLists([{ name: 'uji', codeLists: [{ scheme: 'uji', title: { id: 'Uji', en: 'Test' }, codes: () => [
  { code: '15', title: { id: 'Jambi', en: 'Jambi' }, parent: null, level: 'provinsi' },
  { code: '15.07', title: { id: 'Tanjung Jabung', en: 'Tanjung Jabung' }, parent: '15', level: 'kabupaten', validTo: '2026-06-30' },
] }] }]);
const codes = new CodeChoices(lists, { now: () => new Date(`${today}T12:00:00+07:00`) } as Clock, { get: (_key: string, fallback: unknown) => Promise.resolve(fallback) } as unknown as Settings);
const choices = new Choices(people, new OfficeChoices(offices), codes);
const validator = new FormValidator({ known: () => Promise.resolve([]) }, offices, choices);

const orang = (more: object = {}): FormComponent => ({ key: 'orang', type: 'pilihOrang', label: 'Orang', ...more });
const instansi = (more: object = {}): FormComponent => ({ key: 'instansi', type: 'pilihInstansi', label: 'Instansi', ...more });
const kode = (more: object = {}): FormComponent => ({ key: 'kode', type: 'pilihKode', label: 'Kode', scheme: 'uji', ...more });
const form = (...components: FormComponent[]): FormDefinition => ({ key: 'uji', title: { id: 'Uji', en: 'Test' }, display: 'form', components });
const names = async (component: FormComponent, text = '', value?: string) => (await choices.of(form(component), component.key, { text, offset: 0, value })).items.map(({ label }) => label);
const said = async (component: FormComponent, value: unknown) => {
  const result = await validator.validate(form(component), { [component.key]: value });
  return result.ok ? result.data[component.key] : result.errors[0]?.message.id;
};

afterAll(() => validator.onModuleDestroy());
beforeEach(() => { today = '2026-06-01'; });

describe('a person', () => {
  it('is of the own office unless the form says otherwise, works still, and has a role that the form names', async () => {
    expect(await names(orang())).toEqual(['Budi', 'Rina']);
    expect(await names(orang({ anyOffice: true }))).toEqual(['Budi', 'Rina', 'Sari']);
    expect(await names(orang({ roles: { operator: true, bps: true, pimpinan: false } }))).toEqual(['Rina']);
    expect(await names(orang({ anyOffice: true }), 'pusat sar')).toEqual(['Sari']);
  });

  it.each([['of another office', {}, 'u3'], ['without the role', { roles: { bps: true } }, 'u1'], ['whose account is closed', {}, 'u4'], ['who is nobody', {}, 'u9'], ['as a list', {}, ['u1']]])('%s is refused by the check of all else', async (_who, more, value) => {
    expect(await said(orang(more), value)).toContain('“Orang” harus salah satu orang yang dapat dipilih di sini');
  });

  it('is taken where it may be chosen, and required as any field', async () => {
    expect(await said(orang({ anyOffice: true }), 'u3')).toBe('u3');
    expect(await said(orang({ validate: { required: true } }), '')).toBe('“Orang” wajib diisi.');
  });

  it('has a name after the account was closed, but nobody of another office is named by his id', async () => {
    expect([await names(orang(), '', 'u4'), await names(orang(), '', 'u3'), await names(orang({ anyOffice: true }), '', 'u3')]).toEqual([['Tono'], [], ['Sari']]);
  });
});

describe('an office', () => {
  it('is in use and of a kind that the form names', async () => {
    expect(await names(instansi())).toEqual(['Dinas Kesehatan', 'Badan Pusat Statistik']);
    expect(await names(instansi({ officeKinds: { bps: true } }), 'badan')).toEqual(['Badan Pusat Statistik']);
    expect([await said(instansi(), 'o1'), await said(instansi({ officeKinds: { bps: true } }), 'o2')]).toEqual(['o1', 'o2']);
    for (const [component, value] of [[instansi(), 'o3'], [instansi({ officeKinds: { bps: true } }), 'o1']] as const) expect(await said(component, value)).toContain('harus salah satu instansi');
    expect(await names(instansi(), '', 'o3')).toEqual(['Kantor Lama']);
  });
});

describe('a code', () => {
  it('is of the list, the level and the code around it that the form names, and valid on the day', async () => {
    expect([await said(kode(), '15'), await said(kode({ level: 'kabupaten', within: '15' }), '15.07')]).toEqual(['15', '15.07']);
    const refused = [[kode(), '99'], [kode({ level: 'kabupaten' }), '15'], [kode({ within: '15.07' }), '15.07'], [kode({ scheme: 'lain' }), '15'], [kode({ scheme: '' }), '15']] as const;
    for (const [component, value] of refused) expect(await said(component, value)).toContain('harus salah satu kode yang berlaku');
    today = '2026-07-01';
    expect(await said(kode(), '15.07')).toContain('harus salah satu kode yang berlaku');
    expect(await names(kode(), '', '15.07')).toEqual(['Tanjung Jabung']);
    expect(await names(kode({ scheme: 'lain' }))).toEqual([]);
  });
});

describe('fields in which something is chosen', () => {
  it('are named in letters and summaries, in rows of a table too', async () => {
    const rows = form(orang(), { key: 'daftar', type: 'datagrid', components: [kode()] });
    expect(await choices.inWords(rows, { orang: 'u4', lain: 'u1', daftar: [{ kode: '15.07' }, { kode: 'hilang' }] })).toEqual({ orang: 'Tono', lain: 'u1', daftar: [{ kode: 'Tanjung Jabung' }, { kode: 'hilang' }] });
    const plain = { orang: 'u1' };
    expect(await choices.inWords(form({ key: 'orang', type: 'textfield' }), plain)).toBe(plain);
  });

  it('are the only ones that are asked about', async () => {
    await expect(choices.of(form(orang()), 'lain', { text: '', offset: 0 })).rejects.toMatchObject({ status: 404 });
    await expect(choices.of(form({ key: 'nama', type: 'textfield' }), 'nama', { text: '', offset: 0 })).rejects.toMatchObject({ status: 404 });
    await expect(choices.of(null, 'orang', { text: '', offset: 0 })).rejects.toMatchObject({ status: 404 });
    await expect(choices.in({ key: 'a', type: 'textfield' }, { text: '', offset: 0 })).rejects.toMatchObject({ status: 404 });
  });

  it('are shown a page at a time', async () => {
    const many = new CodeLists([{ name: 'uji', codeLists: [{ scheme: 'uji', title: { id: 'Uji', en: 'Test' }, codes: () => Array.from({ length: 45 }, (_, index) => ({ code: String(100 + index), title: { id: 'Satuan', en: 'Unit' }, parent: null })) }] }]);
    const source = new CodeChoices(many, { now: () => new Date() } as Clock, { get: () => Promise.resolve('Asia/Jakarta') } as unknown as Settings);
    const page = async (offset: number) => { const { items, more } = await source.search(kode(), { text: 'satuan', offset }); return [items[0]?.value, items.length, more]; };
    expect([await page(0), await page(20), await page(40)]).toEqual([['100', 20, true], ['120', 20, true], ['140', 5, false]]);
  });

  it('have settings that the policy takes, and no others', () => {
    const check = (component: FormComponent) => new FormPolicy().check(form(component)).map(({ code }) => code);
    expect([check(orang({ roles: { kasi: true }, anyOffice: true, processVariable: true })), check(instansi({ officeKinds: { bps: false } })), check(kode({ level: 'desa', within: '15.07' }))]).toEqual([[], [], []]);
    expect(check(kode({ scheme: '' }))).toEqual(['component-options']);
    expect([check(orang({ roles: ['kasi'] })), check(kode({ scheme: 'a b' })), check(instansi({ url: 'https://example.id' }))]).toEqual([['component-property'], ['component-property'], ['component-property']]);
  });
});
