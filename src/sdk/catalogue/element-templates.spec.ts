import { validateAll } from '@bpmn-io/element-templates-validator';
import { z } from 'zod';
import { SatuData } from '../../satu-data/index.js';
import { ExternalTask, Handlers } from '../task/index.js';
import { catalogueOf } from './catalogue.js';
import { elementTemplatesOf } from './element-templates.js';

@Handlers()
class Every {
  @ExternalTask('every.kind', {
    title: { id: 'Semua jenis', en: 'Every kind' },
    description: 'One of each.',
    fields: { text: { id: 'Teks', en: 'Text' }, answer: 'Answer' },
    input: z.object({
      text: z.string().max(50).describe('A short one'), long: z.string().max(4000).optional(), yes: z.boolean(), one: z.enum(['a', 'b']).nullish(), fixed: z.literal('x'),
      figure: z.number().optional(), whole: z.int().nullable(), list: z.array(z.string()), due: z.iso.datetime().or(z.iso.date()),
    }),
    output: z.object({ answer: z.string(), more: z.number() }),
  })
  async run() {}
}

describe('element templates', () => {
  it('are what the modeler’s own schema wants, for all kinds and for all that ships', () => {
    const templates = elementTemplatesOf(catalogueOf([Every, SatuData]));
    const { valid, results } = validateAll(templates);
    expect(results.flatMap(({ errors }) => errors ?? [])).toEqual([]);
    expect([valid, templates.length > 15]).toEqual([true, true]);
  });

  it('refuse nothing by mistake: the validator does find a wrong one', () => {
    const [template] = elementTemplatesOf(catalogueOf([Every]));
    expect(validateAll([{ ...template, appliesTo: 'bpmn:Task' }]).valid).toBe(false);
  });

  it('hide type and topic, and offer a typed field for each input', () => {
    const [template] = elementTemplatesOf(catalogueOf([Every]));
    const [type, topic, ...inputs] = template?.properties ?? [];
    expect([template?.id, template?.name, template?.description]).toEqual(['every.kind', 'Every kind', 'One of each. Gives: Answer (answer), more.']);
    expect([type?.value, type?.binding.name, topic?.value, topic?.binding.name]).toEqual(['external', 'camunda:type', 'every.kind', 'camunda:topic']);
    expect(inputs.map(({ binding, ...field }) => [binding.name, field.type, field.constraints?.notEmpty ?? false])).toEqual([
      ['text', 'String', true], ['long', 'Text', false], ['yes', 'Dropdown', true], ['one', 'Dropdown', false], ['fixed', 'Dropdown', true],
      ['figure', 'String', false], ['whole', 'String', true], ['list', 'String', true], ['due', 'String', true],
    ]);
    expect(inputs[0]).toEqual({ label: 'Text', description: 'A short one', type: 'String', constraints: { notEmpty: true, maxLength: 50 }, binding: { type: 'camunda:inputParameter', name: 'text' } });
    expect(inputs[3]?.choices).toEqual([{ name: '(empty)', value: '' }, { name: 'a', value: 'a' }, { name: 'b', value: 'b' }]);
  });

  it('take a figure or a variable where a number is wanted, and only a variable for a list', () => {
    const inputs = elementTemplatesOf(catalogueOf([Every]))[0]?.properties ?? [];
    const takes = (name: string, text: string) => new RegExp(inputs.find(({ binding }) => binding.name === name)?.constraints?.pattern?.value ?? '$.').test(text);
    expect(['3', '-3.5', '${jumlah}', 'three'].map((text) => takes('figure', text))).toEqual([true, true, true, false]);
    expect(['3', '3.5'].map((text) => takes('whole', text))).toEqual([true, false]);
    expect(['${daftar}', 'a, b'].map((text) => takes('list', text))).toEqual([true, false]);
  });

  it('speak both languages', () => {
    const [template] = elementTemplatesOf(catalogueOf([Every]), 'id');
    expect([template?.name, template?.properties[2]?.label, template?.properties[4]?.choices?.[0]?.name]).toEqual(['Semua jenis', 'Teks', 'Ya']);
  });
});
