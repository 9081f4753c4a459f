import { diagramOf, END, flows, formOf, gateway, modelOf, pastCase, START, userTask, work, type Step } from '../../../../test/support/paper.js';
import type { PastCase } from './past.js';
import { retell } from './retell.js';
import type { ReplayModel } from './model.js';
import type { Resource } from '../resource.js';

const told = (past: PastCase, draft: ReplayModel, then: ReplayModel) => {
  const { outcome, difference: { code, elementId, detail, instead } } = retell(past, draft, then);
  return [outcome, code, elementId, detail, instead].filter((part) => part !== '');
};
const SAME = ['same', 'same'];
const FORM = formOf('periksa', 'hasil');
/** Somebody checks, and returns it as often as needed; a step in between counts. */
const loop = (condition: string, more = '', last = 'selesai'): Resource =>
  diagramOf('uji', START + userTask('susun', 'susun') + work('hitung') + userTask('periksa', 'periksa') + gateway('sesuai', 'default="sesuai-susun"') + END + more + flows(['mulai', 'susun'], ['susun', 'hitung'], ['hitung', 'periksa'], ['periksa', 'sesuai'], ['sesuai', 'susun'], ['sesuai', last, condition], ...(last === 'selesai' ? [] : [[last, 'selesai'] as const])));
const round = (from: number, hasil: string): Step[] => [{ id: 'susun', from, to: from + 1, answer: { data: 'x' } }, { id: 'hitung', from: from + 1, to: from + 2 }, { id: 'periksa', from: from + 2, to: from + 3, answer: { hasil } }, { id: 'sesuai', from: from + 3, to: from + 3 }];
const FORMS = [FORM, formOf('susun', 'data')];

describe('a case that went round twice', () => {
  let then: ReplayModel;
  let past: PastCase;
  beforeAll(async () => {
    then = await modelOf(loop("hasil == 'sesuai'"), ...FORMS);
    past = pastCase(then, { start: { hasil: null, hitung: null }, steps: [{ id: 'mulai', from: 0, to: 0 }, ...round(1, 'tidak'), ...round(5, 'sesuai'), { id: 'selesai', from: 9, to: 9 }], variables: { hasil: 'sesuai', hitung: '7' } });
  });

  it('takes the same way through the same, and through what is only called otherwise', async () => {
    expect(told(past, then, then)).toEqual(SAME);
    const renamed = loop("hasil == 'sesuai'");
    expect(told(past, await modelOf({ ...renamed, content: renamed.content.replace('name="SUSUN"', 'name="Menyusun"') }, ...FORMS), then)).toEqual(SAME);
    expect([...(retell(past, then, then).way.get('uji') ?? [])]).toEqual(expect.arrayContaining(['mulai', 'mulai-susun', 'sesuai-susun', 'sesuai-selesai', 'selesai']));
  });

  it('leaves it at the branching whose condition is another', async () => {
    expect(told(past, await modelOf(loop("hasil == 'tidak'"), ...FORMS), then)).toEqual(['other', 'other-flow', 'sesuai', 'sesuai-selesai', 'susun']);
    expect(told(past, await modelOf(loop("hasil == 'lain'"), ...FORMS), then)).toEqual(['other', 'other-flow', 'sesuai', 'sesuai-susun', 'selesai']);
  });

  it('stops where no flow fits, and where the engine cannot compare', async () => {
    const { content, ...file } = loop("hasil == 'lain'");
    const closed = { ...file, content: content.replace('default="sesuai-susun"', '').replace('targetRef="susun"></bpmn:sequenceFlow><bpmn:sequenceFlow id="sesuai-selesai"', `targetRef="susun"><bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">\${hasil == 'kosong'}</bpmn:conditionExpression></bpmn:sequenceFlow><bpmn:sequenceFlow id="sesuai-selesai"`) };
    expect(told(past, await modelOf(closed, ...FORMS), then)).toEqual(['stopped', 'no-flow', 'sesuai']);
    expect(told(past, await modelOf(loop('hasil > 3'), ...FORMS), then)).toEqual(['stopped', 'cannot-compare', 'sesuai', 'hasil', 'tidak']);
  });

  it('needs a field that nobody filled, and a step that nobody did', async () => {
    expect(told(past, await modelOf(loop("hasil == 'sesuai'"), formOf('periksa', 'hasil', 'dasar!'), formOf('susun', 'data')), then)).toEqual(['unfilled', 'field-empty', 'periksa', 'dasar']);
    expect(told(past, await modelOf(loop("hasil == 'sesuai'"), formOf('periksa', 'hasil!'), formOf('susun', 'data')), then)).toEqual(SAME);
    expect(told(past, await modelOf(loop("hasil == 'sesuai'", userTask('setuju', 'periksa'), 'setuju'), ...FORMS), then)).toEqual(['unfilled', 'nobody-did', 'setuju']);
  });

  it('counts as empty what cannot be what the field is now', async () => {
    const dated = formOf('periksa', 'hasil');
    expect(told(past, await modelOf(loop('hasil == null'), { ...dated, content: dated.content.replace('"textfield"', '"datetime"') }, formOf('susun', 'data')), then)).toEqual(['other', 'other-flow', 'sesuai', 'sesuai-selesai', 'susun']);
  });

  it('passes an automatic step more, or one less', async () => {
    expect(told(past, await modelOf(loop("hasil == 'sesuai'", work('arsip'), 'arsip'), ...FORMS), then)).toEqual(['other', 'added', 'arsip']);
    const without = diagramOf('uji', START + userTask('susun', 'susun') + userTask('periksa', 'periksa') + gateway('sesuai', 'default="sesuai-susun"') + END + flows(['mulai', 'susun'], ['susun', 'periksa'], ['periksa', 'sesuai'], ['sesuai', 'susun'], ['sesuai', 'selesai', "hasil == 'sesuai'"]));
    expect(told(past, await modelOf(without, ...FORMS), then)).toEqual(['other', 'skipped', 'hitung']);
  });

  it('cannot be told where a condition asks for a value that is not kept, unless something else decides', async () => {
    expect(told(past, await modelOf(loop("hitung == '7'"), ...FORMS), then)).toEqual(['unknown', 'value-unknown', 'sesuai', 'hitung']);
    // In the last round the last value is known, and in the first the other half decides.
    expect(told(past, await modelOf(loop("hasil == 'sesuai' && hitung == '7'"), ...FORMS), then)).toEqual(SAME);
    expect(told({ ...past, changedBetween: new Set(['hasil']) }, await modelOf(loop("hasil != 'x'"), ...FORMS), then)).toEqual(['unknown', 'value-unknown', 'sesuai', 'hasil']);
  });

  it('is not told where it cannot be retold on its own version, and where the procedure has gone', async () => {
    const torn = pastCase(then, { start: { hasil: null }, steps: [{ id: 'mulai', from: 0, to: 0 }, ...round(1, 'sesuai'), ...round(5, 'sesuai'), { id: 'selesai', from: 9, to: 9 }] });
    expect(told(torn, await modelOf(loop("hasil == 'lain'"), ...FORMS), then)).toEqual(['unknown', 'not-retold']);
    expect(told({ ...past, rootId: null }, then, then)).toEqual(['unknown', 'not-retold']);
    expect(told(past, await modelOf(...FORMS), then)).toEqual(['stopped', 'not-in-draft', 'uji'].slice(0, 2));
  });

  it('does not walk in circles for ever', async () => {
    const circle = diagramOf('uji', START + gateway('a', 'default="a-b"') + gateway('b', 'default="b-a"') + END + flows(['mulai', 'a'], ['a', 'b'], ['b', 'a'], ['b', 'selesai', "hasil == 'x'"]));
    expect(told(past, await modelOf(circle, ...FORMS), then)).toEqual(['stopped', 'endless']);
  });
});
