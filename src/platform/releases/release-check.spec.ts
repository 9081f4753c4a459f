import { catalogueWith } from '../../../test/support/catalogue.js';
import { diagram } from '../../../test/security/diagram-attacks.js';
import { FormPolicy, type FormDefinition } from '../forms/index.js';
import { judgeDiagram } from './diagram/diagram-policy.js';
import type { Finding } from './finding.js';
import { deployable } from './read-diagrams.js';
import { ReleaseCheck } from './release-check.js';
import { pathOf, type Resource, type ResourceKind } from './resource.js';

const roles = { keys: () => Promise.resolve(['kasi']) };
const check = new ReleaseCheck(new FormPolicy(), catalogueWith({ 'uji.kerja': ['batas'] }), roles);
const resource = (kind: ResourceKind, key: string, content: string): Resource => ({ path: pathOf(kind, key), kind, key, content });
const form = (...names: string[]): FormDefinition => ({
  key: 'uji', title: { id: 'Uji', en: 'Test' }, display: 'form',
  components: names.map((key) => ({ key, type: 'textfield', processVariable: true })),
});
const found = async (xml: string, definition: object = form('hasil'), more: Resource[] = []) =>
  (await check.release([resource('diagram', 'uji', xml), resource('form', 'uji', JSON.stringify(definition)), ...more])).findings;
const marks = (findings: readonly Finding[]) => findings.map(({ code, elementId }) => `${code} ${elementId}`);

describe('forms that pages draw', () => {
  const page = { id: 'Daftar', en: 'Register' };
  const files = [resource('diagram', 'uji', diagram()), resource('form', 'uji', JSON.stringify(form('hasil')))];
  const before = [...files, resource('form', 'lain', JSON.stringify({ ...form('nama'), key: 'lain' }))];
  const findings = async (need: { form: string; fields: string[]; gone?: string[] }, earlier: Resource[] = []) =>
    (await check.release(files, { before: earlier, running: [], people: null, pages: [{ page, ...need }, { page, ...need }] })).findings.map(({ code, severity, path, elementId }) => `${code} ${severity} ${path} ${elementId}`.trim());

  it('keep their fields', async () => {
    expect(await findings({ form: 'uji', fields: ['hasil'] })).toEqual([]);
    expect(await findings({ form: 'uji', fields: ['hasil', 'nama'] })).toEqual(['page-field-missing error forms/uji.json nama']);
  });

  it('lose the fields that a page has taken the place of', async () => {
    expect(await findings({ form: 'uji', fields: [], gone: ['hasil', 'nama'] })).toContain('page-replaces-field error forms/uji.json hasil');
    expect(await findings({ form: 'uji', fields: [], gone: ['nama'] })).toEqual([]);
    expect(await findings({ form: 'lain', fields: [], gone: ['nama'] })).toEqual([]);
  });

  it('are missed: as a fault where they were there, as a hint where they never were', async () => {
    expect(await findings({ form: 'lain', fields: [] }, before)).toContain('page-form-missing error forms/lain.json');
    expect(await findings({ form: 'lain', fields: [] })).toEqual(['page-form-missing warning forms/lain.json']);
  });
});

describe('the check before publishing', () => {
  it('finds nothing in what fits', async () => expect(marks(await found(diagram()))).toEqual([]));

  it.each<[string, string, string]>([
    ['a topic without handler', diagram({ attributes: { otomatis: 'camunda:type="external" camunda:topic="lain"' } }), 'topic-unknown otomatis'],
    ['a service task without topic', diagram({ attributes: { otomatis: 'name="x"' } }), 'topic-missing otomatis'],
    ['an unknown form', diagram().replace('camunda:formKey="uji"', 'camunda:formKey="lain"'), 'form-unknown tugas'],
    ['a task without form', diagram().replace('camunda:formKey="uji"', ''), 'form-missing tugas'],
    ['an unknown role', diagram({ attributes: { tugas: 'camunda:candidateGroups="raja"' } }), 'role-unknown tugas'],
    ['a task without role', diagram({ attributes: { tugas: 'name="x"' } }), 'role-missing tugas'],
    ['a gateway without default', diagram().replace(' default="e"', ''), 'gateway-default gerbang'],
    ['a flow without condition', diagram().replace(' default="e"', ''), 'flow-condition e'],
    ['an unknown diagram', diagram({ attributes: { panggil: 'calledElement="lain" camunda:calledElementBinding="deployment"' } }), 'call-unknown panggil'],
    ['a call that is not bound', diagram({ attributes: { panggil: 'calledElement="uji"' } }), 'call-binding panggil'],
    ['a timer without time', diagram({ inside: { tunggu: '<bpmn:timerEventDefinition id="jam" />' } }), 'event-incomplete tunggu'],
    ['a step that nothing reaches', diagram({ process: '<bpmn:endEvent id="akhir" /><bpmn:userTask id="sendiri" camunda:formKey="uji" camunda:candidateGroups="kasi"><bpmn:outgoing>z</bpmn:outgoing></bpmn:userTask><bpmn:sequenceFlow id="z" sourceRef="sendiri" targetRef="akhir" />' }), 'not-reached sendiri'],
    ['a step that leads nowhere', diagram({ process: '<bpmn:userTask id="buntu" camunda:formKey="uji" camunda:candidateGroups="kasi" />' }), 'no-way-out buntu'],
    ['an unknown letter', diagram({ inside: { otomatis: '<bpmn:extensionElements><camunda:inputOutput><camunda:inputParameter name="letter">lain</camunda:inputParameter></camunda:inputOutput></bpmn:extensionElements>' } }), 'letter-unknown otomatis'],
    ['a diagram under another name', diagram().replace('process id="uji"', 'process id="lain"'), 'process-key lain'],
  ])('%s', async (_name, xml, mark) => expect(marks(await found(xml))).toContain(mark));

  it('says which decision nobody makes', async () => {
    expect(marks(await found(diagram(), form('lain')))).toEqual(['variable-unset d']);
  });

  it('names steps, flows, fields and files as people know them', async () => {
    const xml = diagram({ attributes: { uji: 'name="Uji coba"', tugas: 'name="Menyetujui&#10;surat tugas"', gerbang: 'name="Sesuai?"' } }).replace(' default="e"', '');
    const bad = { ...form('hasil'), components: [{ key: 'hasil', type: 'textfield', label: 'Hasil koreksi', validate: { custom: 'valid = 1' } }] };
    const findings = await found(xml, bad);
    const named = (code: string) => findings.filter((item) => item.code === code).map(({ title, name }) => `${title.id}: ${name}`);
    expect(named('role-missing')).toEqual(['Uji coba: Menyetujui surat tugas']);
    expect(named('flow-condition')).toEqual(['Uji coba: Sesuai? → tunggu']);
    expect(named('component-property')).toEqual(['Uji: Hasil koreksi']);
  });

  it('looks into forms and letters too', async () => {
    const bad = { ...form('hasil'), components: [{ key: 'hasil', type: 'textfield', processVariable: true, validate: { custom: 'valid = 1' } }] };
    expect(marks(await found(diagram(), bad, [resource('letter', 'surat', '{{{x}}}'), resource('letter', 'layout', '{{> isi}}')]))).toEqual(['component-property hasil', 'letter-raw 1', 'variable-unset d']);
  });

  it.each(['null', '[]', '"x"', '1', '{'])('says that %s is no form', async (content) => {
    expect((await check.file(resource('form', 'uji', content))).map(({ code }) => code)).toContain(content === '{' ? 'form-json' : 'form-shape');
  });

  it('writes the same again of what it wrote', async () => {
    const { resources } = await check.release([resource('diagram', 'uji', diagram()), resource('form', 'uji', JSON.stringify(form('hasil')))]);
    expect((await check.release(resources)).resources).toEqual(resources);
  });
});

describe('what the engine gets', () => {
  it('declares in a called process what it reads and nobody hands over', async () => {
    const input = '<bpmn:extensionElements><camunda:in source="batas" target="batas" /></bpmn:extensionElements>';
    const resources = await deployable([resource('diagram', 'uji', diagram({ inside: { panggil: input } }))]);
    const xml = resources[0]?.content ?? '';
    expect(xml).toContain('<camunda:outputParameter name="hasil" />');
    expect(xml).not.toContain('<camunda:outputParameter name="batas" />');
    expect((await judgeDiagram(xml)).ok).toBe(true);
  });
});
