import { CASE_TABLE, COLUMN_FORMATS } from '../case-table.js';
import { PART } from '../part.js';
import { patternDanger } from './pattern.js';
import { isSafeLogic } from './json-logic.js';
import { isPlainMarkup, isPlainText } from './text.js';

export type Allowed = (value: unknown) => boolean;

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const bool: Allowed = (value) => typeof value === 'boolean';
const number: Allowed = (value) => value === null || value === '' || (typeof value === 'number' && Number.isFinite(value)) || (typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value));
const text: Allowed = isPlainText;
const oneOf = (...values: unknown[]): Allowed => (value) => values.includes(value);
const listOf = (allowed: Allowed): Allowed => (value) => Array.isArray(value) && value.length <= 5_000 && value.every(allowed);
const record = (shape: Readonly<Record<string, Allowed>>): Allowed => (value) => isRecord(value) && Object.entries(value).every(([name, inner]) => saysNothing(inner) || shape[name]?.(inner) === true);
const name: Allowed = (value) => typeof value === 'string' && /^[\w.-]{0,200}$/.test(value);
const scalar: Allowed = (value) => value === null || ['boolean', 'number'].includes(typeof value) || text(value);
const day: Allowed = (value) => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}([T ][\d:.+Z-]*)?$/.test(value);
const plainJson: Allowed = (value) => scalar(value) || (Array.isArray(value) && value.every(plainJson)) || (isRecord(value) && Object.entries(value).every(([key, inner]) => name(key) && plainJson(inner)));

/** What the builder leaves behind for a setting that nobody made. */
export const saysNothing = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || value === false || (typeof value === 'object' && Object.values(value).every(saysNothing));

const OPERATORS = ['isEqual', 'isNotEqual', 'isEmpty', 'isNotEmpty', 'includes', 'notIncludes', 'startsWith', 'endsWith', 'greaterThan', 'greaterThanOrEqual', 'lessThan', 'lessThanOrEqual', 'dateGreaterThan', 'dateGreaterThanOrEqual', 'dateLessThan', 'dateLessThanOrEqual', 'isDateEqual', 'isNotDateEqual'];

const conditional = record({
  show: oneOf(true, false, 'true', 'false'),
  when: name,
  eq: scalar,
  conjunction: oneOf('all', 'any'),
  conditions: listOf(record({ component: name, operator: oneOf(...OPERATORS), value: scalar })),
  json: isSafeLogic,
});

const validate = record({
  required: bool, minLength: number, maxLength: number, minWords: number, maxWords: number, min: number, max: number, integer: bool, step: (value) => value === 'any' || number(value),
  pattern: (value) => typeof value === 'string' && patternDanger(value) === null,
  customMessage: text, minSelectedCount: number, maxSelectedCount: number, onlyAvailableItems: bool, multiple: bool, strictDateValidation: bool, json: isSafeLogic,
});

const options = listOf(record({ label: text, value: scalar, shortcut: text }));
const size = record({ width: number, offset: number, push: number, pull: number, size: text, currentWidth: number, components: () => true });

/** What every component may have. */
export const COMMON: Readonly<Record<string, Allowed>> = {
  key: () => true, type: () => true, id: name, label: text, input: bool, tableView: bool, placeholder: text, description: text, tooltip: text, prefix: text, suffix: text,
  hidden: bool, disabled: bool, persistent: oneOf(true, false, 'client-only'), clearOnHide: bool, hideLabel: bool, labelPosition: name, labelWidth: number, labelMargin: number,
  autofocus: bool, tabindex: number, customClass: (value) => typeof value === 'string' && /^[\w\s-]*$/.test(value), errorLabel: text, modalEdit: bool, validateOn: oneOf('change', 'blur', 'submit'),
  multiple: bool, defaultValue: plainJson, validate, conditional, processVariable: bool, notTogether: bool, notInSummary: bool, dataGridLabel: bool, dataGridWidth: text, isNew: bool, showCharCount: bool, showWordCount: bool,
  autocomplete: name, spellcheck: bool, widget: (value) => value === 'html5' || value === 'choicesjs' || record({ type: oneOf('input', 'calendar', 'html5') })(value), errors: (value) => isRecord(value) && Object.values(value).every(text),
  properties: (value) => isRecord(value) && Object.entries(value).every(([key, inner]) => name(key) && text(inner)), tags: listOf(text), case: oneOf('mixed', 'uppercase', 'lowercase'), truncateMultipleSpaces: bool,
};

const layout = { components: () => true, collapsible: bool, collapsed: bool, title: text, theme: name, breadcrumb: name, legend: text };
const written = { inputType: name, inputMask: text, displayMask: text, applyMaskOn: oneOf('change', 'blur'), inputFormat: name, mask: bool, rows: number, wysiwyg: oneOf(false), autoExpand: bool, kickbox: record({ enabled: oneOf(false) }) };
const choice = { values: options, inline: bool, dataType: oneOf('string', 'auto'), optionsLabelPosition: name, inputType: oneOf('checkbox', 'radio'), dataSrc: oneOf('values'), fieldSet: bool };
const grid = {
  components: () => true, addAnother: text, addAnotherPosition: name, reorder: bool, initEmpty: bool, disableAddingRemovingRows: bool, defaultOpen: bool, layoutFixed: bool, enableRowGroups: bool, openWhenEmpty: bool,
  saveRow: text, removeRow: text, rowDrafts: bool, displayAsTable: bool, inlineEdit: bool, striped: bool, bordered: bool, hover: bool, condensed: bool, allowAddRemove: bool, conditionalAddButton: oneOf(''),
};

/** A setting of several, each on or off. */
const ticks: Allowed = (value) => isRecord(value) && Object.entries(value).every(([key, on]) => name(key) && bool(on));

/** What the component types that a form may have add to it. A type that is missing here is refused. */
export const TYPES: Readonly<Record<string, Readonly<Record<string, Allowed>>>> = {
  textfield: written,
  textarea: { ...written, editor: oneOf(''), fixedSize: bool, as: oneOf('text', 'string') },
  email: written,
  phoneNumber: written,
  number: { applyMaskOn: oneOf('change', 'blur'), decimalLimit: number, delimiter: bool, requireDecimal: bool, thousandsSeparator: text, decimalSymbol: text, inputFormat: name, mask: bool, truncate: bool },
  checkbox: { name, value: scalar, inputType: oneOf('checkbox'), shortcut: text, dataType: oneOf('string', 'auto', 'boolean') },
  radio: choice,
  selectboxes: { ...choice, minSelectedCountMessage: text, maxSelectedCountMessage: text },
  select: {
    dataSrc: oneOf('values'), dataType: oneOf('string', 'auto'), data: record({ values: options }), valueProperty: oneOf('value'), template: oneOf('<span>{{ item.label }}</span>'), searchEnabled: bool,
    searchThreshold: number, limit: number, uniqueOptions: bool, fuseOptions: plainJson, indexeddb: record({}), ignoreCache: bool, lazyLoad: bool, selectThreshold: number, readOnlyValue: bool, customOptions: record({}),
    useExactSearch: bool, searchDebounce: number, minSearch: number, noRefreshOnScroll: bool, selectFields: oneOf(''), sort: oneOf(''), filter: oneOf(''), searchField: oneOf(''), idPath: oneOf('id'), clearOnRefresh: bool, refreshOnBlur: oneOf(''),
  },
  datetime: {
    format: text, enableDate: bool, enableTime: bool, displayInTimezone: oneOf('viewer', 'utc'), useLocaleSettings: bool, allowInput: bool, defaultDate: oneOf(''), datepickerMode: name, shortcutButtons: listOf(plainJson),
    datePicker: record({ minDate: day, maxDate: day, showWeeks: bool, startingDay: number, initDate: oneOf(''), minMode: name, maxMode: name, yearRows: number, yearColumns: number, disable: oneOf(''), disableWeekends: bool, disableWeekdays: bool }),
    timePicker: record({ hourStep: number, minuteStep: number, showMeridian: bool, readonlyInput: bool, mousewheel: bool, arrowkeys: bool }), timezone: oneOf(''), minDate: day, maxDate: day, enableMinDateInput: bool, enableMaxDateInput: bool, customOptions: record({}), dataFormat: oneOf(''),
  },
  day: { fields: plainJson, dayFirst: bool, hideInputLabels: bool, inputsLabelPosition: name, useLocaleSettings: bool, maxYear: number, minYear: number, minDate: day, maxDate: day },
  time: { format: text, inputType: name, dataFormat: text },
  datagrid: grid,
  editgrid: { ...grid, templates: oneOf('') },
  panel: layout,
  fieldset: layout,
  well: layout,
  [PART]: { components: () => true, legend: text, part: record({ key: name, version: number }) },
  columns: { columns: listOf(size), autoAdjust: bool },
  content: { html: isPlainMarkup, refreshOnChange: bool, content: isPlainMarkup },
  button: { action: oneOf('submit'), theme: name, size: name, block: bool, disableOnInvalid: bool, leftIcon: name, rightIcon: name, showValidations: bool, saveOnEnter: bool, inputType: name, dataGridLabel: bool },
  berkas: { multipleFiles: bool, filePattern: (value) => value === '*' || (typeof value === 'string' && /^[\s.,\w]*$/.test(value)), fileMaxSize: (value) => typeof value === 'string' && /^\d+(\.\d+)?\s*[KMG]?B$/i.test(value) },
  tabelData: { datasetKey: name },
  readonlyTable: { columns: listOf(record({ key: name, label: text })), hideEmpty: bool, numbered: bool, rowKey: name, asText: bool },
  [CASE_TABLE]: { table: record({ source: name, columns: listOf(record({ key: name, from: name, label: text, format: oneOf(...COLUMN_FORMATS), fill: bool, required: bool })) }) },
  pilihProdusen: {},
  pilihOrang: { roles: ticks, anyOffice: bool },
  pilihInstansi: { officeKinds: ticks },
  pilihKode: { scheme: name, level: name, within: name },
  surat: {},
  isiData: { hideEmpty: bool, rowKey: name },
};
