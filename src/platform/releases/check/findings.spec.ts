import { catalogueWith } from '../../../../test/support/catalogue.js';
import { diagram } from '../../../../test/security/diagram-attacks.js';
import { repaired } from '../../../../test/support/repairs.js';
import { FormPolicy } from '../../forms/index.js';
import type { Finding } from '../finding.js';
import { ReleaseCheck } from '../release-check.js';
import { pathOf, type Resource, type ResourceKind } from '../resource.js';
import { StepProperties } from '../step-properties.js';
import { ALONE, type Surroundings } from './surroundings.js';

const check = new ReleaseCheck(new FormPolicy(), catalogueWith({ 'uji.kerja': ['batas'] }), { keys: () => Promise.resolve(['kasi', 'kabid']) }, new StepProperties([{ name: 'uji', stepProperties: { fase: { title: { id: 'Fase', en: 'Phase' }, values: { a: { id: 'Awal', en: 'Beginning' } } } } }]));
const resource = (kind: ResourceKind, key: string, content: string): Resource => ({ path: pathOf(kind, key), kind, key, content });
const field = (key: string, label: string, more = {}) => ({ key, type: 'textfield', label, processVariable: true, ...more });
const form = (key: string, ...components: object[]) => resource('form', key, JSON.stringify({ key, title: { id: `Formulir ${key}`, en: `Form ${key}` }, display: 'form', components }));
const HASIL = field('hasil', 'Hasil koreksi');
const CATATAN = field('catatan', 'Catatan', { processVariable: false });
const sound = form('uji', HASIL, CATATAN);
const formal = (body: string) => `<bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">\${${body.replaceAll('&', '&amp;')}}</bpmn:conditionExpression>`;
const timer = (name: string, body: string) => `<bpmn:timerEventDefinition id="jam"><bpmn:${name} xsi:type="bpmn:tFormalExpression">${body}</bpmn:${name}></bpmn:timerEventDefinition>`;
const marked = (value: string) => `<bpmn:extensionElements><camunda:properties><camunda:property name="fase" value="${value}" /></camunda:properties></bpmn:extensionElements>${timer('timeDuration', 'P3D')}`;
/** Beside the way through the task, one that goes around it. */
const output = (value: string) => `<bpmn:extensionElements><camunda:inputOutput><camunda:outputParameter name="hasil">${value}</camunda:outputParameter></camunda:inputOutput></bpmn:extensionElements>`;
const AROUND = diagram({ process: '<bpmn:exclusiveGateway id="perlu" name="Perlu?" default="ya"><bpmn:incoming>a</bpmn:incoming><bpmn:outgoing>ya</bpmn:outgoing><bpmn:outgoing>lewat</bpmn:outgoing></bpmn:exclusiveGateway><bpmn:sequenceFlow id="ya" sourceRef="perlu" targetRef="tugas" /><bpmn:sequenceFlow id="lewat" sourceRef="perlu" targetRef="gerbang">' + formal("awal == 'x'") + '</bpmn:sequenceFlow>' })
  .replace('<bpmn:sequenceFlow id="a" sourceRef="mulai" targetRef="tugas" />', '<bpmn:sequenceFlow id="a" sourceRef="mulai" targetRef="perlu" />')
  .replace('id="mulai"', 'id="mulai" camunda:formKey="awal"');
const START = form('awal', field('awal', 'Awal'));

interface Case {
  readonly code: string;
  readonly place: string;
  readonly resources: readonly Resource[];
  readonly around?: Partial<Surroundings>;
  /** The sentence, by the words that it must have. */
  readonly id: RegExp;
  readonly en: RegExp;
  /** The button in English; null where nothing can be clicked. */
  readonly click: string | null;
}

const LAYOUT = resource('letter', 'layout', '{{> isi}}');
const files = (xml = diagram(), ...more: Resource[]) => [resource('diagram', 'uji', xml), LAYOUT, ...(more.some(({ path }) => path === sound.path) ? more : [sound, ...more])];
const without = (one: Resource, all: readonly Resource[]) => all.filter(({ path }) => path !== one.path);
const before = [sound];

const CASES: readonly (readonly [string, Case])[] = [
  ['a step that no handler does', { code: 'topic-unknown', place: 'bpmn/uji.bpmn otomatis', resources: files(diagram({ attributes: { otomatis: 'camunda:type="external" camunda:topic="lain"' } }).replace('${batas}', 'P1D')), id: /^Tidak ada yang mengerjakan langkah otomatis “lain”/, en: /^Nothing does the automatic step “lain”/, click: null }],
  ['a task without an actor', { code: 'role-missing', place: 'bpmn/uji.bpmn kedua', resources: files(diagram({ process: '<bpmn:userTask id="kedua" camunda:formKey="uji"><bpmn:incoming>g</bpmn:incoming><bpmn:outgoing>h</bpmn:outgoing></bpmn:userTask><bpmn:sequenceFlow id="h" sourceRef="kedua" targetRef="selesai" />' }).replace('id="g" sourceRef="tunggu" targetRef="selesai"', 'id="g" sourceRef="tunggu" targetRef="kedua"')), id: /^Tidak ada yang mengerjakan tugas ini/, en: /^Nobody does this task/, click: 'Give it the role of “Tugas”' }],
  ['a role that there is not, in a lane of its own', { code: 'role-unknown', place: 'bpmn/uji.bpmn tugas', resources: files(diagram({ attributes: { tugas: 'camunda:candidateGroups="raja"' }, inside: { uji: '<bpmn:laneSet id="jalur"><bpmn:lane id="jalur-kabid" name="Kabid"><bpmn:flowNodeRef>tugas</bpmn:flowNodeRef></bpmn:lane></bpmn:laneSet>' } })), id: /^Peran “raja” tidak ada/, en: /^There is no role “raja”/, click: 'Give it the role of the lane “Kabid”' }],
  ['a role that there is not', { code: 'role-unknown', place: 'bpmn/uji.bpmn tugas', resources: files(diagram({ attributes: { tugas: 'camunda:candidateGroups="raja"' } })), id: /^Peran “raja” tidak ada/, en: /^There is no role “raja”/, click: null }],
  ['a deleted field that a condition asks for', { code: 'condition-field-removed', place: 'bpmn/uji.bpmn d', resources: files(diagram({ inside: { d: formal("hasil == 'ya' && batas != null") } }), form('uji', CATATAN)), around: { before }, id: /isian “Hasil koreksi” \(hasil\), yang sudah dihapus dari formulir “Formulir uji”/, en: /the field “Hasil koreksi” \(hasil\), which was removed from the form “Form uji”/, click: 'Take “Hasil koreksi” out of the condition' }],
  ['a deleted field that is all a condition asks for', { code: 'condition-field-removed', place: 'bpmn/uji.bpmn d', resources: files(diagram(), form('uji', CATATAN)), around: { before }, id: /dihapus/, en: /removed/, click: null }],
  ['a deleted field that the task itself hands on', { code: 'condition-field-removed', place: 'bpmn/uji.bpmn d', resources: files(diagram({ inside: { tugas: output('${hasil}') } }), form('uji', CATATAN)), around: { before }, id: /dihapus/, en: /removed/, click: null }],
  ['a field that the diagram may not use any more', { code: 'field-not-variable', place: 'bpmn/uji.bpmn d', resources: files(diagram(), form('uji', { ...HASIL, processVariable: false })), around: { before }, id: /^“Hasil koreksi” pada formulir “Formulir uji” dipakai di sini, tetapi tidak ditandai/, en: /^“Hasil koreksi” of the form “Form uji” is used here, but is not marked/, click: null }],
  ['a deleted field that a letter writes', { code: 'letter-field-removed', place: 'letters/surat.hbs 2', resources: files(diagram(), form('uji', HASIL), resource('letter', 'surat', 'Yth. Bapak\nCatatan: {{besar catatan}}.')), around: { before }, id: /^Baris 2: surat menulis isian “Catatan” \(catatan\), yang sudah dihapus dari formulir “Formulir uji”/, en: /^Line 2: the letter writes the field “Catatan”/, click: 'Take {{besar catatan}} out of the letter' }],
  ['a deleted field that part of a letter hangs on', { code: 'letter-field-removed', place: 'letters/surat.hbs 1', resources: files(diagram(), form('uji', HASIL), resource('letter', 'surat', '{{#if catatan}}Ada catatan.{{/if}}')), around: { before }, id: /^Baris 1/, en: /^Line 1/, click: null }],
  ['a gateway with no way out', { code: 'gateway-no-way-out', place: 'bpmn/uji.bpmn buntu', resources: files(diagram({ process: '<bpmn:exclusiveGateway id="buntu" name="Buntu?"><bpmn:incoming>g</bpmn:incoming></bpmn:exclusiveGateway>' }).replace('id="g" sourceRef="tunggu" targetRef="selesai"', 'id="g" sourceRef="tunggu" targetRef="buntu"')), id: /^Percabangan ini tidak mempunyai jalan keluar/, en: /^This gateway has no way out/, click: null }],
  ['a gateway without a default', { code: 'gateway-default', place: 'bpmn/uji.bpmn gerbang', resources: files(diagram().replace(' default="e"', '')), id: /alur bawaan/, en: /default flow/, click: 'Make “tunggu” the default flow' }],
  ['a gateway whose every way has a condition', { code: 'gateway-default', place: 'bpmn/uji.bpmn gerbang', resources: files(diagram().replace(' default="e"', '').replace('<bpmn:sequenceFlow id="e" sourceRef="gerbang" targetRef="tunggu" />', `<bpmn:sequenceFlow id="e" sourceRef="gerbang" targetRef="tunggu">${formal("hasil == 'tidak'")}</bpmn:sequenceFlow>`)), id: /alur bawaan/, en: /default flow/, click: 'Make “tunggu” the default flow' }],
  ['a variable that is set on one of two paths', { code: 'variable-on-one-path', place: 'bpmn/uji.bpmn d', resources: files(AROUND, START), id: /^“Hasil koreksi” \(hasil\) hanya diisi pada sebagian jalan menuju ke sini \(oleh “Tugas”\)/, en: /^“Hasil koreksi” \(hasil\) is set on some of the ways to here only \(by “Tugas”\)/, click: 'Holds only when it is filled in' }],
  ['a timer that cannot be read', { code: 'timer-unreadable', place: 'bpmn/uji.bpmn tunggu', resources: files(diagram({ inside: { tunggu: timer('timeDuration', '3 hari') } })), id: /^Waktu “3 hari” tidak dapat dibaca/, en: /^The time “3 hari” cannot be read/, click: 'Change to 3 days' }],
  ['a span of time where a date belongs', { code: 'timer-unreadable', place: 'bpmn/uji.bpmn tunggu', resources: files(diagram({ inside: { tunggu: timer('timeDate', 'besok') } })), id: /“besok”/, en: /“besok”/, click: 'Fill in 1 day' }],
  ['a mark that the application does not know', { code: 'step-property-unknown', place: 'bpmn/uji.bpmn tunggu', resources: files(diagram({ inside: { tunggu: marked('b') } })), id: /^Fase “b” tidak dikenal\. Pilih/, en: /^Phase “b” is not known\. Choose/, click: null }],
  ['working days of a repetition', { code: 'working-days-unreadable', place: 'bpmn/uji.bpmn tunggu', resources: files(diagram({ inside: { tunggu: `<bpmn:extensionElements><camunda:properties><camunda:property name="workingDays" value="7" /></camunda:properties></bpmn:extensionElements>${timer('timeDuration', 'P3D')}` } })), id: /^Hari kerja dihitung dari tanggal/, en: /^Working days are counted from/, click: null }],
  ['a timer without a time', { code: 'event-incomplete', place: 'bpmn/uji.bpmn tunggu', resources: files(diagram({ inside: { tunggu: '<bpmn:timerEventDefinition id="jam" />' } })), id: /^Waktu tunggu belum diisi/, en: /^It is not filled in how long to wait/, click: 'Fill in 1 day' }],
  ['letters that nothing frames', { code: 'letter-layout-missing', place: 'letters/layout.hbs ', resources: without(LAYOUT, files(diagram(), ...['satu', 'dua', 'tiga', 'empat', 'mail-lima'].map((key) => resource('letter', key, 'Subjek: Yth.')))), id: /^Bingkai surat \(letters\/layout\.hbs\) tidak ada, sehingga surat ini tidak dapat dibuat: “satu”, “dua”, “tiga”, 1 lainnya\./, en: /^There is no frame for letters \(letters\/layout\.hbs\), so that these cannot be drawn: “satu”, “dua”, “tiga”, 1 more\./, click: 'Add a plain frame' }],
  ['letters whose frame was taken away', { code: 'letter-layout-missing', place: 'letters/layout.hbs ', resources: without(LAYOUT, files(diagram(), resource('letter', 'surat', 'Yth.'))), around: { before: [LAYOUT] }, id: /dibuat: “surat”\. Tambahkan/, en: /drawn: “surat”\. Add/, click: 'Bring the frame back' }],
  ['a form that a running case still needs', { code: 'form-in-use', place: 'forms/lama.json ', resources: files(), around: { running: [{ version: 3, resources: [...files(), form('lama', CATATAN)] }] }, id: /^Formulir “Formulir lama” dihapus, tetapi proses yang berjalan pada versi 3 masih memerlukannya/, en: /^The form “Form lama” was removed, but cases that run on version 3 still need it/, click: 'Bring the form back' }],
];

const of = (findings: readonly Finding[], { code, place }: Case) => findings.find((item) => item.code === code && `${item.path} ${item.elementId}` === place);
const errors = (findings: readonly Finding[]) => findings.filter(({ severity }) => severity === 'error').map(({ code, elementId }) => `${code} ${elementId}`);

describe.each(CASES)('%s', (_name, one) => {
  const around = { ...ALONE, ...one.around };

  it('is found at its place, and said in both languages', async () => {
    const found = of(await check.findings(one.resources, around), one);
    expect(found).toMatchObject({ severity: 'error', message: { id: expect.stringMatching(one.id), en: expect.stringMatching(one.en) } });
    expect(found?.repair?.label.en ?? null).toBe(one.click);
  });

  if (one.click !== null) {
    it('is mended by one click, which breaks nothing else', async () => {
      const found = of(await check.findings(one.resources, around), one) as Finding;
      expect(errors(await check.findings(await repaired(one.resources, found), around))).toEqual([]);
    });
  }
});

describe('what may be a mistake', () => {
  it('is a name inside a list of a letter, or a part of what a handler put together', async () => {
    const letter = resource('letter', 'surat', '{{#each rows}}{{catatan}}{{/each}}{{#each rows}}{{else}}{{catatan}}{{/each}} {{catatan.isi}}');
    const findings = await check.findings(files(diagram(), form('uji', HASIL), letter), { ...ALONE, before });
    expect(findings.map(({ code, severity, repair }) => [code, severity, repair?.value])).toEqual([['letter-field-removed', 'warning', '{{catatan}}'], ['letter-field-removed', 'error', '{{catatan}}']]);
  });

  it('is a name of a letter that was a field in the rows of a table', async () => {
    const rows = { key: 'daftar', type: 'datagrid', label: 'Daftar', components: [field('satuan', 'Satuan', { processVariable: false })] };
    const findings = await check.findings(files(diagram(), form('uji', HASIL), resource('letter', 'surat', '{{satuan}}')), { ...ALONE, before: [form('uji', HASIL, rows)] });
    expect(findings.map(({ code, severity }) => [code, severity])).toEqual([['letter-field-removed', 'warning']]);
  });
});

describe('what is no mistake', () => {
  it.each([['timeDate', '${batas}'], ['timeDuration', 'P7D']])('is a timer of working days, by its %s', async (name, body) => {
    const days = '<bpmn:extensionElements><camunda:properties><camunda:property name="workingDays" value="7" /></camunda:properties></bpmn:extensionElements>';
    expect(errors(await check.findings(files(diagram({ inside: { tunggu: days + timer(name, body) } }))))).toEqual([]);
  });

  it('is a mark that the application knows, or none', async () => {
    for (const inside of [marked('a'), marked('')]) expect(errors(await check.findings(files(diagram({ inside: { tunggu: inside } }))))).toEqual([]);
  });

  it('is mails that nothing frames', async () => {
    expect(errors(await check.findings(without(LAYOUT, files(diagram(), resource('letter', 'mail-surat', 'Subjek: Yth.')))))).toEqual([]);
  });

  it('is a condition that says what holds without a value', async () => {
    expect(errors(await check.findings(files(AROUND.replace("hasil == 'ya'", "hasil != null &amp;&amp; hasil == 'ya'"), START)))).toEqual([]);
  });

  it('is a field that moved to another form, or that the letter has from elsewhere', async () => {
    const letter = resource('letter', 'surat', '{{catatan}} {{nomor}} {{#each rows}}{{@index}}{{/each}}');
    expect(errors(await check.findings(files(diagram(), form('uji', HASIL), form('lain', CATATAN), letter), { ...ALONE, before: [form('uji', HASIL, CATATAN, field('nomor', 'Nomor'))] }))).toEqual([]);
  });

  it('is a variable that a step sets by itself', async () => {
    expect(errors(await check.findings(files(diagram({ inside: { otomatis: output('ya') } }), form('uji', CATATAN))))).toEqual([]);
  });

  it('is a form of a running case that is still there, changed', async () => {
    expect(errors(await check.findings(files(), { ...ALONE, running: [{ version: 1, resources: [form('uji', HASIL)] }] }))).toEqual([]);
  });
});

it('says what else is wrong beside a timer that cannot be read', async () => {
  const findings = await check.findings(files(diagram({ inside: { tunggu: timer('timeDuration', 'x') }, attributes: { tugas: 'camunda:candidateGroups="raja"' } })));
  expect(errors(findings)).toEqual(['timer-unreadable tunggu', 'role-unknown tugas']);
});
