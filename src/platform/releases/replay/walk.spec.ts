import { diagramOf, END, flows, formOf, gateway, modelOf, pastCase, START, userTask, work, type Step } from '../../../../test/support/paper.js';
import { retell } from './retell.js';
import type { PastCase } from './past.js';
import type { ReplayModel } from './model.js';

const told = (past: PastCase, draft: ReplayModel, then: ReplayModel) => {
  const { outcome, difference: { code, elementId, detail } } = retell(past, draft, then);
  return [outcome, code, elementId, detail].filter((part) => part !== '');
};
const SAME = ['same', 'same'];
const answer = (id: string, from: number, to: number, values: Step['answer'] = {}): Step => ({ id, from, to, answer: values });
const passed = (id: string, at: number): Step => ({ id, from: at, to: at });
const timer = '<bpmn:timerEventDefinition><bpmn:timeDuration xsi:type="bpmn:tFormalExpression">P1D</bpmn:timeDuration></bpmn:timerEventDefinition>';

describe('what runs side by side', () => {
  const way = (to: string, condition: string) => (condition ? (['bagi', to, condition] as const) : (['bagi', to] as const));
  const split = (type: string, one = '', two = '', more = '') =>
    diagramOf('uji', START + gateway('bagi', more, type) + userTask('a', 'a') + userTask('b', 'b') + gateway('temu', '', type) + gateway('lagi', 'default="lagi-selesai"') + userTask('c') + END + flows(['mulai', 'bagi'], way('a', one), way('b', two), ['a', 'temu'], ['b', 'temu'], ['temu', 'lagi'], ['lagi', 'selesai'], ['lagi', 'c', "pilih == 'c'"], ['c', 'selesai']));
  const FORMS = [formOf('a', 'pilih'), formOf('b', 'pilih', 'lain')];

  it('waits for all branches, and reads what was written last', async () => {
    const then = await modelOf(split('parallel'), ...FORMS);
    const steps = (first: string, last: string) => [passed('mulai', 0), passed('bagi', 0), answer('a', 1, 9, { pilih: last }), answer('b', 1, 4, { pilih: first, lain: '' }), { id: 'temu', from: 4, to: 9 }, { id: 'temu', from: 9, to: 9 }, passed('lagi', 9), ...(last === 'c' ? [answer('c', 10, 11)] : []), passed('selesai', 12)];
    for (const [first, last] of [['c', 'x'], ['x', 'c']] as const) expect(told(pastCase(then, { start: { pilih: null, lain: null }, steps: steps(first, last) }), then, then)).toEqual(SAME);
    const missing = diagramOf('uji', START + gateway('bagi', '', 'parallel') + userTask('a', 'a') + userTask('b', 'b') + gateway('temu', '', 'parallel') + END + flows(['mulai', 'bagi'], ['bagi', 'a'], ['a', 'temu'], ['b', 'temu'], ['temu', 'selesai']));
    expect(told(pastCase(then, { start: { pilih: null, lain: null }, steps: steps('c', 'x') }), await modelOf(missing, ...FORMS), then)).toEqual(['other', 'skipped', 'b']);
  });

  it('waits for ever for a branch that the draft has and nothing comes to', async () => {
    const then = await modelOf(diagramOf('uji', START + gateway('bagi', '', 'parallel') + gateway('temu', '', 'parallel') + END + flows(['mulai', 'bagi'], ['bagi', 'temu'], ['temu', 'selesai'])));
    const past = pastCase(then, { steps: [passed('mulai', 0), passed('bagi', 0), passed('temu', 0), passed('selesai', 1)] });
    expect(told(past, then, then)).toEqual(SAME);
    const alone = diagramOf('uji', START + gateway('bagi', '', 'parallel') + gateway('temu', '', 'parallel') + gateway('lain', '', 'parallel') + END + flows(['mulai', 'bagi'], ['bagi', 'temu'], ['lain', 'temu'], ['temu', 'selesai']));
    expect(told(past, await modelOf(alone), then)).toEqual(['stopped', 'branch-missing', 'temu']);
  });

  it('takes every inclusive branch that fits, and waits for those only', async () => {
    const inclusive = (two: string) => split('inclusive', "mulai != 'x'", two, 'default="bagi-b"');
    const then = await modelOf(inclusive("pilih == 'b'"), ...FORMS);
    const one = pastCase(then, { start: { pilih: null, lain: null, mulai: null }, steps: [passed('mulai', 0), passed('bagi', 0), answer('a', 1, 5, { pilih: 'x' }), passed('temu', 5), passed('lagi', 5), passed('selesai', 6)] });
    expect(told(one, then, then)).toEqual(SAME);
    const split2 = split('inclusive', "mulai != 'x'", 'lain == null');
    expect(told(one, await modelOf(split2, ...FORMS), then)).toEqual(['unfilled', 'nobody-did', 'b']);
    expect(told(one, await modelOf(split('inclusive', "mulai == 'x'", "lain == 'x'"), ...FORMS), then)).toEqual(['stopped', 'no-flow', 'bagi']);
  });
});

describe('what comes from outside', () => {
  const reminded = (interrupts: boolean, more = '', ends: readonly (readonly [string, string])[] = [['ingat', 'selesai']]) =>
    diagramOf('uji', START + userTask('a') + `<bpmn:boundaryEvent id="batas" attachedToRef="a" cancelActivity="${interrupts}">${timer}</bpmn:boundaryEvent>` + work('ingat') + END + more + flows(['mulai', 'a'], ['a', 'selesai'], ['batas', 'ingat'], ...ends));

  it('comes where it came: a reminder beside a task, a deadline that ends it', async () => {
    const beside = await modelOf(reminded(false));
    const done = pastCase(beside, { steps: [passed('mulai', 0), answer('a', 1, 9), passed('batas', 4), { id: 'ingat', from: 4, to: 5 }, passed('selesai', 6), passed('selesai', 9)] });
    expect(told(done, beside, beside)).toEqual(SAME);
    const ending = await modelOf(reminded(true));
    const late = pastCase(ending, { steps: [passed('mulai', 0), { id: 'a', from: 1, to: 4, canceled: true }, passed('batas', 4), { id: 'ingat', from: 4, to: 5 }, passed('selesai', 6)] });
    expect(told(late, ending, ending)).toEqual(SAME);
    const none = await modelOf(diagramOf('uji', START + userTask('a') + END + flows(['mulai', 'a'], ['a', 'selesai'])));
    expect(told(late, none, ending)).toEqual(['unfilled', 'nobody-did', 'a']);
    // Who answered in time is not touched by a deadline that never came.
    const inTime = pastCase(none, { steps: [passed('mulai', 0), answer('a', 1, 3), passed('selesai', 3)] });
    expect(told(inTime, ending, none)).toEqual(SAME);
  });

  it('waits for a message that nobody sent, and passes a new timer', async () => {
    const catching = (inside: string) => diagramOf('uji', START + userTask('a') + `<bpmn:intermediateCatchEvent id="tunggu">${inside}</bpmn:intermediateCatchEvent>` + END + flows(['mulai', 'a'], ['a', 'tunggu'], ['tunggu', 'selesai']), '<bpmn:message id="m" name="kabar" />');
    const then = await modelOf(diagramOf('uji', START + userTask('a') + END + flows(['mulai', 'a'], ['a', 'selesai'])));
    const past = pastCase(then, { steps: [passed('mulai', 0), answer('a', 1, 3), passed('selesai', 3)] });
    expect(told(past, await modelOf(catching('<bpmn:messageEventDefinition messageRef="m" />')), then)).toEqual(['stopped', 'never-came', 'tunggu']);
    expect(told(past, await modelOf(catching(timer)), then)).toEqual(['other', 'added', 'tunggu']);
    const waited = await modelOf(catching(timer));
    expect(told(pastCase(waited, { steps: [passed('mulai', 0), answer('a', 1, 3), { id: 'tunggu', from: 3, to: 8 }, passed('selesai', 8)] }), waited, waited)).toEqual(SAME);
  });

  it('takes the event that came first', async () => {
    const choice = await modelOf(diagramOf('uji', START + `<bpmn:eventBasedGateway id="mana" /><bpmn:intermediateCatchEvent id="jam">${timer}</bpmn:intermediateCatchEvent><bpmn:intermediateCatchEvent id="kabar"><bpmn:messageEventDefinition messageRef="m" /></bpmn:intermediateCatchEvent>` + END + '<bpmn:endEvent id="lewat" />' + flows(['mulai', 'mana'], ['mana', 'jam'], ['mana', 'kabar'], ['jam', 'lewat'], ['kabar', 'selesai']), '<bpmn:message id="m" name="kabar" />'));
    for (const [event, end] of [['jam', 'lewat'], ['kabar', 'selesai']] as const) expect(told(pastCase(choice, { steps: [passed('mulai', 0), { id: 'mana', from: 0, to: 5 }, passed(event, 5), passed(end, 6)] }), choice, choice)).toEqual(SAME);
  });
});

describe('groups and calls', () => {
  const GROUP = `<bpmn:subProcess id="kelompok"><bpmn:startEvent id="awal" />${userTask('a', 'a')}${gateway('cukup', 'default="cukup-ya"')}<bpmn:endEvent id="ya" /><bpmn:endEvent id="gagal"><bpmn:errorEventDefinition errorRef="e" /></bpmn:endEvent>${flows(['awal', 'a'], ['a', 'cukup'], ['cukup', 'ya'], ['cukup', 'gagal', "nilai == 'buruk'"])}</bpmn:subProcess><bpmn:boundaryEvent id="galat" attachedToRef="kelompok"><bpmn:errorEventDefinition errorRef="e" /></bpmn:boundaryEvent>`;
  const failing = diagramOf('uji', START + GROUP + work('catat') + END + flows(['mulai', 'kelompok'], ['kelompok', 'selesai'], ['galat', 'catat'], ['catat', 'selesai']), '<bpmn:error id="e" errorCode="BURUK" />');

  it('leaves a group by its error, as it did or as the draft would', async () => {
    const then = await modelOf(failing, formOf('a', 'nilai'));
    const bad = pastCase(then, { start: { nilai: null }, steps: [passed('mulai', 0), { id: 'kelompok', from: 0, to: 5, canceled: true }, passed('awal', 0), answer('a', 1, 4, { nilai: 'buruk' }), passed('cukup', 4), passed('gagal', 5), passed('galat', 5), { id: 'catat', from: 5, to: 6 }, passed('selesai', 7)] });
    const good = pastCase(then, { start: { nilai: null }, steps: [passed('mulai', 0), { id: 'kelompok', from: 0, to: 5 }, passed('awal', 0), answer('a', 1, 4, { nilai: 'sedang' }), passed('cukup', 4), passed('ya', 5), passed('selesai', 6)] });
    for (const past of [bad, good]) expect(told(past, then, then)).toEqual(SAME);
    const stricter = await modelOf({ ...failing, content: failing.content.replace("nilai == 'buruk'", "nilai != 'baik'") }, formOf('a', 'nilai'));
    expect(told(good, stricter, then)).toEqual(['other', 'other-flow', 'cukup', 'cukup-gagal']);
    expect([...(retell(good, stricter, then).way.get('uji') ?? [])]).toEqual(expect.arrayContaining(['gagal', 'galat', 'catat', 'selesai']));
  });

  it('ends a group where an event takes over, where it did', async () => {
    const taken = await modelOf(diagramOf('uji', START + userTask('a') + END + '<bpmn:subProcess id="batal" triggeredByEvent="true"><bpmn:startEvent id="dibatalkan"><bpmn:messageEventDefinition messageRef="m" /></bpmn:startEvent>' + work('arsip') + '<bpmn:endEvent id="usai" />' + flows(['dibatalkan', 'arsip'], ['arsip', 'usai']) + '</bpmn:subProcess>' + flows(['mulai', 'a'], ['a', 'selesai']), '<bpmn:message id="m" name="batal" />'));
    const past = pastCase(taken, { steps: [passed('mulai', 0), { id: 'a', from: 1, to: 5, canceled: true }, passed('dibatalkan', 5), { id: 'arsip', from: 5, to: 6 }, passed('usai', 7)] });
    expect(told(past, taken, taken)).toEqual(SAME);
    expect(told(pastCase(taken, { steps: [passed('mulai', 0), answer('a', 1, 5), passed('selesai', 5)] }), taken, taken)).toEqual(SAME);
  });

  it('goes into what is called for each, with what is handed over', async () => {
    const LOOP = '<bpmn:multiInstanceLoopCharacteristics camunda:collection="daftar" camunda:elementVariable="satu" />';
    const parent = diagramOf('uji', START + `<bpmn:callActivity id="tiap" calledElement="anak" camunda:calledElementBinding="deployment"><bpmn:extensionElements><camunda:in source="satu" target="satu" /><camunda:in source="batas" target="batas" /></bpmn:extensionElements>${LOOP}</bpmn:callActivity>` + END + flows(['mulai', 'tiap'], ['tiap', 'selesai']));
    const child = (condition: string) => diagramOf('anak', START + userTask('a', 'a') + gateway('cukup', 'default="cukup-selesai"') + userTask('b') + END + flows(['mulai', 'a'], ['a', 'cukup'], ['cukup', 'selesai'], ['cukup', 'b', condition], ['b', 'selesai']));
    const then = await modelOf(parent, child("nilai == 'buruk'"), formOf('a', 'nilai'));
    const one = (from: number, nilai: string, satu: string) => ({ key: 'anak', steps: [passed('mulai', from), answer('a', from, from + 2, { nilai }), passed('cukup', from + 2), ...(nilai === 'buruk' ? [answer('b', from + 3, from + 4)] : []), passed('selesai', from + 5)], variables: { nilai, satu, batas: '5' } });
    const past = pastCase(then, { start: { daftar: null, batas: '5' }, steps: [passed('mulai', 0), { id: 'tiap#multiInstanceBody', from: 0, to: 8 }, { id: 'tiap', from: 0, to: 8, calls: 'x' }, { id: 'tiap', from: 0, to: 8, calls: 'y' }, passed('selesai', 8)], called: { x: one(1, 'buruk', 'dinkes'), y: one(2, 'baik', 'bps') } });
    expect(told(past, then, then)).toEqual(SAME);
    // Each called case knows its own of the list, though only its last value is kept.
    expect(told(past, await modelOf(parent, child("nilai == 'buruk' && satu == 'dinkes' && batas == '5'"), formOf('a', 'nilai')), then)).toEqual(SAME);
    expect(told(past, await modelOf(parent, child("nilai == 'baik'"), formOf('a', 'nilai')), then)).toEqual(['other', 'other-flow', 'cukup', 'cukup-selesai']);
    expect(told(past, await modelOf(parent, formOf('a', 'nilai')), then)).toEqual(['stopped', 'not-in-draft', 'tiap']);
  });
});
