import type { Code } from '../../../sdk/index.js';
import { CodeIndex } from './code-index.js';
import { CodeLists } from './code-lists.js';

const code = (text: string, name: string, more: Partial<Code> = {}): Code => ({ code: text, title: { id: name, en: `${name} (en)` }, parent: text.includes('.') ? text.slice(0, text.lastIndexOf('.')) : null, level: String(text.split('.').length), ...more });
const list = (...codes: Code[]) => ({ scheme: 'uji', title: { id: 'Uji', en: 'Test' }, codes: () => codes });
const DAY = '2026-06-01';
const all = { level: undefined, within: undefined, day: DAY };

describe('a list of codes', () => {
  let index: CodeIndex;
  beforeAll(async () => { index = await CodeIndex.of(list(code('15', 'Jambi'), code('15.07', 'Kota Jambi'), code('15.07.01', 'Telanaipura'), code('16', 'Sumatera Selatan'), code('16.07', 'Jambi Raya', { validTo: '2026-05-31' }), code('16.08', 'Baru', { validFrom: '2026-06-02' }))); });
  const found = (text: string, limits: object = {}) => index.search(text, { ...all, ...limits }, 20).map((one) => one.code);

  it('is searched by code and by every word of a name, beginnings first, in both languages', () => {
    expect(found('15.')).toEqual(['15.07', '15.07.01']);
    expect(found('jambi')).toEqual(['15', '15.07']);
    expect(found('baru', { day: '2026-06-02' })).toEqual(['16.08']);
    expect(found('telanai')).toEqual(['15.07.01']);
    expect(found('jambi kota')).toEqual(['15.07']);
    expect(found('telanaipura (en)')).toEqual(['15.07.01']);
    expect(found('tidak ada')).toEqual([]);
  });

  it('is limited to a level, to what lies within a code, and to what is valid on the day', () => {
    expect(found('', { level: '2' })).toEqual(['15.07']);
    expect(found('', { within: '15' })).toEqual(['15.07', '15.07.01']);
    expect(found('', { within: '15.07' })).toEqual(['15.07.01']);
    expect(found('', { level: '2', day: '2026-05-31' })).toEqual(['15.07', '16.07']);
    expect(found('', { level: '2', day: '2026-06-02' })).toEqual(['15.07', '16.08']);
  });

  it('is read in slices, so that others get their turn, and finds an entry wherever it stands', async () => {
    const reading = CodeIndex.of(list(...Array.from({ length: 5_000 }, (_, at) => code(String(at), `Desa ${at}`))));
    let turns = 0;
    setImmediate(() => (turns += 1));
    const long = await reading;
    expect(turns).toBe(1);
    expect(['desa 0', '2000', '4999', 'desa'].map((text) => long.search(text, all, 2).map((one) => one.code))).toEqual([['0', '10'], ['2000'], ['4999'], ['0', '1']]);
  });

  it('refuses a code that is there twice, and one within what is not there', async () => {
    await expect(CodeIndex.of(list(code('1', 'A'), code('1', 'B')))).rejects.toThrow('has the code "1" twice');
    await expect(CodeIndex.of(list(code('1.1', 'A')))).rejects.toThrow('"1.1" within "1", which does not stand before it');
  });

  it('is brought by a plugin under a scheme of its own, and read when it is asked for', async () => {
    let read = 0;
    const lists = new CodeLists([{ name: 'a', codeLists: [{ ...list(), codes: () => [code(String((read += 1)), 'A')] }] }]);
    expect(read).toBe(0);
    const [one, same, none] = await Promise.all(['uji', 'uji', 'lain'].map((scheme) => lists.index(scheme)));
    expect([one?.get('1')?.title.id, same?.get('1')?.title.id, none]).toEqual(['A', 'A', undefined]);
    expect(read).toBe(1);
    expect(() => new CodeLists([{ name: 'a', codeLists: [list()] }, { name: 'b', codeLists: [list()] }])).toThrow('The plugin "b" brings the code list "uji", which is there already');
    expect(() => new CodeLists([{ name: 'a', codeLists: [{ ...list(), scheme: 'Uji Saja' }] }])).toThrow('its scheme is lower case');
  });

  it('is read again only when its version is another, and stands in place of a list that came with the plugin', async () => {
    let read = 0;
    const state = { version: '1', name: 'A' };
    const lists = new CodeLists([{ name: 'a', codeLists: [list(code('1', 'Bawaan'))] }]);
    lists.follow({ lists: async () => [{ ...list(), version: state.version, codes: async () => [code('1', `${state.name}${(read += 1)}`)] }] });
    const named = async () => (await lists.index('uji'))?.get('1')?.title.id;
    expect([await named(), await named()]).toEqual(['A1', 'A1']);
    Object.assign(state, { version: '2', name: 'B' });
    expect([await named(), read, (await lists.all()).length]).toEqual(['B2', 2, 1]);
  });
});
