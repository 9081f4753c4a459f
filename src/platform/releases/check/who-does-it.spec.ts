import { catalogueWith } from '../../../../test/support/catalogue.js';
import { diagram } from '../../../../test/security/diagram-attacks.js';
import { repaired } from '../../../../test/support/repairs.js';
import { FormPolicy } from '../../forms/index.js';
import { ReleaseCheck } from '../release-check.js';
import { pathOf, type Resource } from '../resource.js';
import { ALONE } from './surroundings.js';

const check = new ReleaseCheck(new FormPolicy(), catalogueWith({ 'uji.kerja': ['batas'] }), { keys: () => Promise.resolve(['kasi', 'kabid']) });
const form: Resource = { path: 'forms/uji.json', kind: 'form', key: 'uji', content: JSON.stringify({ key: 'uji', title: { id: 'Uji', en: 'Test' }, display: 'form', components: [{ key: 'hasil', type: 'textfield', label: 'Hasil', processVariable: true }] }) };
const people = new Map([['budi', { name: 'Budi', active: true, roles: ['kasi'] }], ['lama', { name: 'Pak Lama', active: false, roles: ['kasi'] }], ['tono', { name: 'Tono', active: true, roles: ['kabid'] }]]);
const properties = (name: string, value: string) => `<bpmn:extensionElements><camunda:properties><camunda:property name="${name}" value="${value}" /></camunda:properties></bpmn:extensionElements>`;
const task = (id: string, inside: string, [from, to]: readonly [string, string]) => `<bpmn:userTask id="${id}" name="Kedua" camunda:formKey="uji" camunda:candidateGroups="kasi">${inside}<bpmn:incoming>${from}</bpmn:incoming><bpmn:outgoing>${to}</bpmn:outgoing></bpmn:userTask>`;
/** A second task, at the end of the way around the called diagram: it is passed after `tugas`, and not on every way. */
const second = (inside: string) => diagram({ process: `${task('kedua', inside, ['g', 'h'])}<bpmn:sequenceFlow id="h" sourceRef="kedua" targetRef="selesai" />` }).replace('id="g" sourceRef="tunggu" targetRef="selesai"', 'id="g" sourceRef="tunggu" targetRef="kedua"');
const files = (xml: string): Resource[] => [{ path: pathOf('diagram', 'uji'), kind: 'diagram', key: 'uji', content: xml }, { path: 'letters/layout.hbs', kind: 'letter', key: 'layout', content: '{{> isi}}' }, form];
const findings = (xml: string, around = { ...ALONE, people: people as typeof ALONE.people }) => check.findings(files(xml), around);

describe('who does a task', () => {
  it('may be a person with the role, or the one who did a step that every way comes through', async () => {
    expect(await findings(second(properties('person', 'budi')))).toEqual([]);
    expect(await findings(second(properties('sameAs', 'tugas')))).toEqual([]);
  });

  it.each([
    ['person', 'nihil', 'person-unknown', /akun “nihil” tidak ada/i, /no account “nihil”/, 'warning'],
    ['person', 'lama', 'person-locked', /^Pak Lama tidak aktif lagi/, /^Pak Lama is no longer active/, 'warning'],
    ['person', 'tono', 'person-without-role', /^Tono tidak mempunyai peran/, /^Tono does not have/, 'warning'],
    ['sameAs', 'hilang', 'same-step-gone', /tidak ada lagi/, /no longer there/, 'error'],
    ['sameAs', 'otomatis', 'same-step-gone', /tidak ada lagi/, /no longer there/, 'error'],
    ['sameAs', 'kedua', 'same-step-gone', /tidak ada lagi/, /no longer there/, 'error'],
  ])('%s %s is told as %s and taken out by one click', async (name, value, code, id, en, severity) => {
    const xml = second(properties(name, value));
    const [found, ...others] = await findings(xml);
    expect(others).toEqual([]);
    expect(found).toMatchObject({ code, elementId: 'kedua', severity, message: { id: expect.stringMatching(id), en: expect.stringMatching(en) }, repair: { edit: 'anyone' } });
    expect(await check.findings(await repaired(files(xml), found as NonNullable<typeof found>), { ...ALONE, people })).toEqual([]);
  });

  it('tells a step of another diagram, as the one that calls this, and where it is', async () => {
    const caller: Resource = { path: pathOf('diagram', 'induk'), kind: 'diagram', key: 'induk', content: diagram({}).replaceAll('"uji"', '"induk"').replace('id="tugas"', 'id="di-induk"').replaceAll('Ref="tugas"', 'Ref="di-induk"') };
    const found = await check.findings([...files(second(properties('sameAs', 'di-induk'))), caller], { ...ALONE, people });
    expect(found.filter(({ path }) => path === pathOf('diagram', 'uji'))).toMatchObject([{ code: 'same-step-elsewhere', elementId: 'kedua', severity: 'error', message: { id: expect.stringMatching(/^“Tugas”.*ada di diagram lain/), en: expect.stringContaining('Only steps of this diagram') }, repair: { edit: 'anyone' } }]);
  });

  it('tells a step that some ways go around', async () => {
    const xml = second('').replace('<bpmn:userTask id="tugas" camunda:formKey="uji" name="Tugas" camunda:candidateGroups="kasi">', `<bpmn:userTask id="tugas" camunda:formKey="uji" name="Tugas" camunda:candidateGroups="kasi">${properties('sameAs', 'kedua')}`);
    expect(await findings(xml)).toMatchObject([{ code: 'same-step-not-before', elementId: 'tugas', severity: 'warning', message: { en: expect.stringContaining('“Kedua”') }, repair: { edit: 'anyone' } }]);
  });

  it('tells a step that several people do', async () => {
    const xml = second(properties('sameAs', 'tugas')).replace('name="Tugas" camunda:candidateGroups="kasi">', 'name="Tugas" camunda:candidateGroups="kasi"><bpmn:multiInstanceLoopCharacteristics camunda:collection="hasil" camunda:elementVariable="satu" />');
    expect(await findings(xml)).toMatchObject([{ code: 'same-step-repeated', elementId: 'kedua', severity: 'warning', repair: { edit: 'anyone' } }]);
  });

  it('is not asked where nobody is known: outside a running application', async () => {
    expect(await findings(second(properties('person', 'nihil')), ALONE)).toEqual([]);
  });
});
