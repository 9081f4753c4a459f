import { diagram } from '../../../test/security/diagram-attacks.js';
import { entryOf } from '../../../test/support/catalogue.js';
import { HandlerCatalogue, type JsonSchema } from '../../sdk/index.js';
import { FormPolicy } from '../forms/index.js';
import { ReleaseCheck } from './release-check.js';
import { pathOf, type Resource } from './resource.js';

const INPUT: JsonSchema = {
  type: 'object',
  properties: { letter: { type: 'string' }, mode: { type: 'string', enum: ['selesai', 'batal'] }, catatan: { anyOf: [{ type: 'string' }, { type: 'null' }] } },
  required: ['letter'],
};
const FORM = { key: 'uji', title: { id: 'Uji', en: 'Test' }, display: 'form', components: [{ key: 'hasil', type: 'textfield', processVariable: true }] };
const resources = (xml: string): Resource[] => [
  { path: pathOf('diagram', 'uji'), kind: 'diagram', key: 'uji', content: xml },
  { path: pathOf('form', 'uji'), kind: 'form', key: 'uji', content: JSON.stringify(FORM) },
  { path: pathOf('letter', 'undangan'), kind: 'letter', key: 'undangan', content: 'Yth.' },
  { path: pathOf('letter', 'layout'), kind: 'letter', key: 'layout', content: '{{> isi}}' },
];

/** What is found in a diagram whose automatic step has these parameters. */
async function found(parameters: string, input: JsonSchema | null = INPUT, output: JsonSchema | null = { type: 'object', properties: {} }, elsewhere: Record<string, string> = {}) {
  const entry = entryOf('uji.kerja', { title: { id: 'Bekerja', en: 'Work' }, fields: { letter: { id: 'Templat', en: 'Template' } }, input, output });
  const check = new ReleaseCheck(new FormPolicy(), new HandlerCatalogue([entry]), { keys: () => Promise.resolve(['kasi']) });
  const inside = `<bpmn:extensionElements><camunda:inputOutput>${parameters}</camunda:inputOutput></bpmn:extensionElements>`;
  const { findings } = await check.release(resources(diagram({ inside: { otomatis: inside, ...elsewhere } })));
  return findings.filter(({ code }) => code.startsWith('input')).map(({ code, elementId, severity, message }) => `${code} ${elementId} ${severity}: ${message.id} ${message.en}`);
}

const parameter = (name: string, value: string) => `<camunda:inputParameter name="${name}">${value}</camunda:inputParameter>`;

describe('inputs of automatic steps', () => {
  it('are complete where each that is required is written out, or comes from a variable', async () => {
    expect(await found(parameter('letter', 'undangan'))).toEqual([]);
    expect(await found(parameter('letter', '${templat}'))).toEqual([]);
    expect(await found('', { ...INPUT, properties: { hasil: { type: 'string' } }, required: ['hasil'] })).toEqual([]);
  });

  it('are missing where nobody gives them, or where they are made empty', async () => {
    const missing = 'input-missing otomatis error: Langkah ini memerlukan “Templat” (letter), tetapi tidak ada yang mengisinya. This step needs “Template” (letter), and nothing sets it.';
    expect(await found(parameter('mode', 'batal'))).toEqual([missing]);
    expect(await found('<camunda:inputParameter name="letter" />')).toEqual([missing]);
    expect(await found('<camunda:inputParameter name="catatan" />', { ...INPUT, required: ['catatan'] })).toEqual([]);
  });

  it('do not come from what another step is given for itself', async () => {
    const other = '<bpmn:extensionElements><camunda:inputOutput><camunda:inputParameter name="letter">undangan</camunda:inputParameter></camunda:inputOutput></bpmn:extensionElements>';
    expect(await found('', INPUT, { type: 'object', properties: {} }, { tugas: other })).toHaveLength(1);
    expect(await found('', INPUT, { type: 'object', properties: { letter: { type: 'string' } } })).toEqual([]);
  });

  it('are only doubted where a step that cannot be looked into may set them', async () => {
    expect((await found('', INPUT, null))[0]).toMatch(/^input-missing otomatis warning/);
  });

  it('are named where the handler does not know them, unless it takes any', async () => {
    const both = parameter('letter', 'undangan') + parameter('leter', 'x') + '<camunda:inputParameter name="hasil" />';
    expect(await found(both)).toEqual(['input-unknown otomatis warning: “Bekerja” tidak mengenal masukan “leter”. “Work” knows no input “leter”.']);
    expect(await found(both, { ...INPUT, additionalProperties: {} })).toEqual([]);
  });

  it('have values that can be', async () => {
    expect(await found(parameter('letter', 'undangan') + parameter('mode', 'seleasi'))).toEqual(['input-value otomatis error: “seleasi” tidak dapat menjadi “mode”. “seleasi” cannot be “mode”.']);
  });

  it('are not judged where they are not described', async () => expect(await found(parameter('leter', 'x'), null)).toEqual([]));
});
