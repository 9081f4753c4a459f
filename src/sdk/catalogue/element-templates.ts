import type { Text } from '../contracts/index.js';
import type { CatalogueEntry } from './catalogue.js';
import { propertiesOf, requiredOf, type JsonSchema } from './json-schema.js';

type Language = keyof Text;

/** One field of an element template. @beta */
export interface ElementTemplateProperty {
  /** What the modeler writes above the field. */
  readonly label?: string;
  /** What it writes below. */
  readonly description?: string;
  /** How it is filled in. */
  readonly type: 'Hidden' | 'String' | 'Text' | 'Dropdown';
  /** What it is at first; of a hidden one, what it always is. */
  readonly value?: string;
  /** What a dropdown offers. */
  readonly choices?: readonly { readonly name: string; readonly value: string }[];
  /** What the modeler takes. */
  readonly constraints?: { readonly notEmpty?: true; readonly maxLength?: number; readonly pattern?: { readonly value: string; readonly message: string } };
  /** Where in the diagram the value goes. */
  readonly binding: { readonly type: 'property' | 'camunda:inputParameter'; readonly name: string };
}

/** An element template of Camunda 7, as its JSON Schema says. @beta */
export interface ElementTemplate {
  /** Of element templates, as the modeler asks for it. */
  readonly $schema: string;
  /** The handler's title. */
  readonly name: string;
  /** The topic. */
  readonly id: string;
  /** What it does and gives. */
  readonly description: string;
  /** The kinds of element that it may be put on. */
  readonly appliesTo: readonly string[];
  /** Its fields, the hidden ones first. */
  readonly properties: readonly ElementTemplateProperty[];
}

const SCHEMA = 'https://unpkg.com/@camunda/element-templates-json-schema/resources/schema.json';

const WORDS = {
  id: { yes: 'Ya', no: 'Tidak', nothing: '(kosong)', gives: 'Menghasilkan', number: 'Tulis angka, atau sebuah variabel: ${nama}', variable: 'Tulis sebuah variabel: ${nama}' },
  en: { yes: 'Yes', no: 'No', nothing: '(empty)', gives: 'Gives', number: 'Write a number, or a variable: ${name}', variable: 'Write a variable: ${name}' },
} as const;

/**
 * Element templates for the Camunda 7 modeler, one per topic: picking one makes a task external with this topic and
 * offers a field for each input. Text stays free for `${variable}`; what the handler answers is named in the description.
 *
 * @beta
 * @param language - of names and labels. Default `en`.
 * @example
 * writeFileSync('.camunda/element-templates/handlers.json', JSON.stringify(elementTemplatesOf(catalogueOf([SatuData]))));
 */
export function elementTemplatesOf(catalogue: readonly CatalogueEntry[], language: Language = 'en'): ElementTemplate[] {
  return catalogue.map((entry) => ({
    $schema: SCHEMA,
    name: entry.title[language],
    id: entry.topic,
    description: describe(entry, language),
    appliesTo: ['bpmn:ServiceTask'],
    properties: [
      { type: 'Hidden', value: 'external', binding: { type: 'property', name: 'camunda:type' } },
      { type: 'Hidden', value: entry.topic, binding: { type: 'property', name: 'camunda:topic' } },
      ...Object.entries(propertiesOf(entry.input)).map(([name, schema]) => field(entry, name, schema, language)),
    ],
  }));
}

function describe({ description, output, fields }: CatalogueEntry, language: Language): string {
  const outputs = Object.keys(propertiesOf(output)).map((name) => labelled(fields[name]?.[language], name));
  const gives = outputs.length > 0 ? `${WORDS[language].gives}: ${outputs.join(', ')}.` : '';
  return [description?.[language], gives].filter(Boolean).join(' ');
}

const labelled = (label: string | undefined, name: string): string => (label && label !== name ? `${label} (${name})` : name);

function field(entry: CatalogueEntry, name: string, schema: JsonSchema, language: Language): ElementTemplateProperty {
  const required = requiredOf(entry.input).includes(name);
  const { constraints, ...control } = controlOf(withoutNull(schema), required, language);
  const rules = { ...(required ? { notEmpty: true as const } : {}), ...constraints };
  return {
    label: entry.fields[name]?.[language] ?? name,
    ...(typeof schema['description'] === 'string' ? { description: schema['description'] } : {}),
    ...control,
    ...(Object.keys(rules).length > 0 ? { constraints: rules } : {}),
    binding: { type: 'camunda:inputParameter', name },
  };
}

type Control = Pick<ElementTemplateProperty, 'type' | 'choices' | 'constraints'>;
const LONG = 200;
const VARIABLE = '\\$\\{\\s*\\w+\\s*\\}';

/** The modeler knows texts and choices for an input; a number is a text that looks like one. */
function controlOf(schema: JsonSchema, required: boolean, language: Language): Control {
  const words = WORDS[language];
  const none = required ? [] : [{ name: words.nothing, value: '' }];
  if (schema['type'] === 'boolean') return { type: 'Dropdown', choices: [...none, { name: words.yes, value: 'true' }, { name: words.no, value: 'false' }] };
  const values = 'const' in schema ? [schema['const']] : (schema['enum'] as unknown[] | undefined);
  if (values) return { type: 'Dropdown', choices: [...none, ...values.map((value) => ({ name: String(value), value: String(value) }))] };
  if (schema['type'] === 'number' || schema['type'] === 'integer') {
    const figure = schema['type'] === 'integer' ? '-?\\d+' : '-?\\d+(\\.\\d+)?';
    return { type: 'String', constraints: { pattern: { value: `^(${figure}|${VARIABLE})?$`, message: words.number } } };
  }
  if (schema['type'] === 'array' || schema['type'] === 'object') return { type: 'String', constraints: { pattern: { value: `^(${VARIABLE})?$`, message: words.variable } } };
  const longest = schema['maxLength'];
  return { type: typeof longest === 'number' && longest > LONG ? 'Text' : 'String', ...(typeof longest === 'number' ? { constraints: { maxLength: longest } } : {}) };
}

/** What a schema asks for where a value is given at all. */
export function withoutNull(schema: JsonSchema): JsonSchema {
  if (Array.isArray(schema['type'])) {
    const [type, ...more] = (schema['type'] as string[]).filter((one) => one !== 'null');
    return more.length === 0 ? { ...schema, type } : schema;
  }
  const alternatives = (schema['anyOf'] as JsonSchema[] | undefined)?.filter(({ type }) => type !== 'null');
  return alternatives?.length === 1 ? (alternatives[0] as JsonSchema) : schema;
}
