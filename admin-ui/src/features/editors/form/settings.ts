import { Components } from '@formio/js';
import './caseTable/BarisDanKolom.js';
import './conditions/SyaratTampil.js';
import { conditionWords } from './conditions/words.js';
import { translations } from '../../../shared/formio/translations.js';
import { LISTED, type SettingLists } from './lists.js';
import { englishKey, TEXTS } from './english.js';

export interface Setting {
  key: string;
  ignore?: boolean;
  components?: Setting[];
  [property: string]: unknown;
}

/**
 * The settings that the dialog of a field shows, tab by tab. Whatever else Form.io has, in this version or the next, is left
 * out: the server refuses what holds code, and nobody here needs the rest.
 */
const SHOWN: Readonly<Record<string, ReadonlySet<string>>> = Object.fromEntries(
  Object.entries({
    display: [
      'label', 'title', 'legend', 'placeholder', 'description', 'tooltip', 'prefix', 'suffix', 'rows', 'autoExpand', 'inline', 'hidden', 'hideLabel', 'disabled', 'showWordCount', 'showCharCount',
      'columns', 'autoAdjust', 'collapsible', 'collapsed', 'addAnother', 'reorder', 'initEmpty', 'openWhenEmpty', 'disableAddingRemovingRows', 'displayAsTable', 'hideInputLabels',
      'enableTime', 'multipleFiles', 'filePattern', 'fileMaxSize', 'datasetKey', 'anyOffice', 'officeKinds',
    ],
    day: ['fields.day.placeholder', 'fields.day.hide', 'dayFirst'],
    month: ['fields.month.placeholder', 'fields.month.hide'],
    year: ['fields.year.placeholder', 'fields.year.hide', 'fields.year.minYear', 'fields.year.maxYear'],
    data: ['defaultValue', 'delimiter', 'decimalLimit', 'requireDecimal', 'values', 'data.values'],
    validation: [
      'validate.required', 'validate.minLength', 'validate.maxLength', 'validate.minWords', 'validate.maxWords', 'validate.min', 'validate.max', 'validate.pattern', 'validate.customMessage',
      'validate.minSelectedCount', 'validate.maxSelectedCount', 'minSelectedCountMessage', 'maxSelectedCountMessage', 'fields.day.required', 'fields.month.required', 'fields.year.required', 'minDate', 'maxDate',
    ],
    api: ['key'],
    // Form.io's own panel wants a value typed as it is stored, and has one condition only: ours stands in its place.
    conditional: [],
  }).map(([tab, keys]) => [tab, new Set(keys)]),
);

/** What is in the copy of a shared part is that part's. */
const PART = 'bagian';
const SETTINGS_OF_PART = new Set(['hidden']);

/** Types of field whose value may go along to the engine: a word, a number, a date. */
const VARIABLES = new Set(['textfield', 'number', 'radio', 'select', 'selectboxes', 'checkbox', 'datetime', 'day', 'email', 'phoneNumber', 'pilihProdusen', 'pilihOrang', 'pilihInstansi', 'pilihKode']);

type EditForm = (...extend: Setting[][]) => { components: Setting[] };
const classes = (Components as unknown as { components: Record<string, { editForm: EditForm }> }).components;

/** What the dialog says in the language of the screen. */
export interface DialogTexts {
  language: 'id' | 'en';
  processVariable: string;
  notTogether: string;
  notInSummary: string;
  text: string;
  inEnglish: string;
  textInEnglish: (setting: string) => string;
}

/** Right below a text, the same in English. */
const englishBeside = ({ key, label, weight }: Setting, texts: DialogTexts): Setting => ({
  type: 'textfield', key: `english.${englishKey(key)}`, label: texts.textInEnglish(translations()[texts.language][String(label)] ?? String(label)), input: true, weight: Number(weight ?? 0) + 0.5,
});

/** Form.io would open an editor with mark-up for these. */
const plain = (key: string): Setting => ({ key, type: 'textfield', editor: '', as: 'string', placeholder: '', wysiwyg: false, overrideEditForm: true });

/** Form.io makes a choice's value of its label by code, which is switched off here, so it is done by JSONLogic; a shortcut key is nobody's wish. */
const choices = (key: string, { inEnglish }: DialogTexts): Setting => ({
  key,
  components: [{ key: 'label', weight: 0 }, { type: 'textfield', key: 'english', label: inEnglish, input: true, weight: 0.5 }, { key: 'value', weight: 1, overrideEditForm: true, calculateValue: { _camelCase: [{ var: 'row.label' }] } }, { key: 'shortcut', ignore: true }],
});

const CHANGED: Readonly<Record<string, (key: string, texts: DialogTexts) => Setting>> = { description: plain, tooltip: plain, values: choices, 'data.values': choices };

/** What a type's dialog leaves out of, and adds to, what Form.io offers. */
export function dialogOf(type: string, texts: DialogTexts, lists: SettingLists): Setting[] {
  const tabs = classes[type]?.editForm().components.find(({ key }) => key === 'tabs')?.components ?? [];
  const added: Readonly<Record<string, Setting[]>> = {
    display: LISTED[type] ? LISTED[type](lists, texts.language) : type === 'content' ? [{ type: 'textarea', key: 'html', label: texts.text, rows: 8, editor: '', as: 'string', input: true, weight: 5 }] : [],
    conditional: [{ type: 'syaratTampil', key: 'conditional', label: conditionWords[texts.language].when, input: true }],
    data: [
      ...(VARIABLES.has(type) ? [{ type: 'checkbox', key: 'processVariable', label: texts.processVariable, input: true, weight: 5 }] : []),
      ...(VARIABLES.has(type) || type === 'textarea' ? (['notTogether', 'notInSummary'] as const).map((key, index) => ({ type: 'checkbox', key, label: texts[key], input: true, weight: 6 + index })) : []),
    ],
  };
  return tabs.map(({ key: tab, components = [] }) => {
    const isShown = (key: string): boolean => SHOWN[tab]?.has(key) === true && (type !== PART || SETTINGS_OF_PART.has(key));
    const settings = components.filter(({ key }) => key).map(({ key }) => (isShown(key) ? (CHANGED[key]?.(key, texts) ?? { key }) : { key, ignore: true }));
    const spoken = components.filter(({ key }) => TEXTS.includes(key) && isShown(key));
    const all = [...settings, ...spoken.map((setting) => englishBeside(setting, texts)), ...(added[tab] ?? [])];
    return all.every(({ ignore }) => ignore) ? { key: tab, ignore: true } : { key: tab, components: all };
  });
}
