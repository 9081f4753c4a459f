import type { words } from '../words.js';

type Texts = (typeof words)['id'];

const group = (title: string, weight: number, names: string[], open = false) => ({
  title, weight, default: open, components: Object.fromEntries(names.map((name) => [name, true])),
});

const TYPES = ['textfield', 'textarea', 'number', 'checkbox', 'selectboxes', 'select', 'radio', 'datetime', 'day', 'email', 'phoneNumber', 'datagrid', 'editgrid', 'panel', 'columns', 'fieldset', 'well', 'content', 'berkas', 'tabelData', 'readonlyTable', 'pilihProdusen', 'surat'];
const NO_VARIABLE = new Set(['datagrid', 'editgrid', 'panel', 'columns', 'fieldset', 'well', 'content', 'textarea', 'berkas', 'tabelData', 'readonlyTable', 'surat']);
const without = (...keys: string[]) => keys.map((key) => ({ key, ignore: true }));
/** Tabs and settings that the server refuses, because they hold code, or that nobody here needs. */
interface Tab {
  key: string;
  ignore?: boolean;
  components?: object[];
}

const HIDDEN: Tab[] = [
  ...without('logic', 'layout', 'addons'),
  { key: 'display', components: [...['description', 'tooltip'].map((key) => ({ key, type: 'textfield', editor: '', as: 'string', placeholder: '', wysiwyg: false, overrideEditForm: true })), ...without('labelPosition', 'widget', 'allowMultipleMasks', 'customClass', 'tabindex', 'autocomplete', 'mask', 'autofocus', 'spellcheck', 'tableView', 'modalEdit', 'widget.type', 'inputMask', 'displayMask', 'inputMasks', 'editor', 'wysiwyg', 'theme', 'breadcrumb', 'modal', 'shortcut', 'inputType')] },
  { key: 'data', components: without('customDefaultValuePanel', 'calculateValuePanel', 'calculateServer', 'serverOverride', 'allowCalculateOverride', 'persistent', 'protected', 'dbIndex', 'case', 'truncateMultipleSpaces', 'redrawOn', 'clearOnHide', 'encrypted', 'inputFormat', 'dataSrc', 'dataType', 'idPath', 'valueProperty', 'selectThreshold', 'searchThreshold', 'template', 'refreshOn', 'refreshOnBlur', 'clearOnRefresh', 'searchEnabled', 'readOnlyValue', 'customOptions', 'useExactSearch', 'indexeddb', 'lazyLoad', 'disableLimit', 'uniqueOptions', 'multiple') },
  { key: 'validation', components: without('custom-validation-js', 'json-validation-json', 'validate.customPrivate', 'unique', 'kickbox', 'validateOn', 'errors', 'errorLabel', 'validate.onlyAvailableItems', 'validateWhenHidden', 'validate.strictDateValidation') },
  { key: 'conditional', components: without('customConditionalPanel') },
  { key: 'templates', ignore: true },
  { key: 'api', components: without('tags', 'properties') },
];

/** The side bar and the edit forms of the builder: what may be in a form and nothing else. */
export function builderOptions(t: Texts) {
  const variable = [{ type: 'checkbox', key: 'processVariable', label: t.processVariable, input: true, weight: 5 }];
  return {
    builder: {
      basic: false, advanced: false, layout: false, data: false, premium: false, resource: false,
      fields: group(t.fields, 0, ['textfield', 'textarea', 'number', 'radio', 'select', 'selectboxes', 'checkbox', 'datetime', 'day', 'email', 'phoneNumber'], true),
      tertib: group(t.own, 10, ['berkas', 'tabelData', 'readonlyTable', 'pilihProdusen', 'surat']),
      structure: group(t.layout, 20, ['panel', 'columns', 'fieldset', 'well', 'datagrid', 'editgrid', 'content']),
    },
    editForm: Object.fromEntries(TYPES.map((type) => [type, NO_VARIABLE.has(type) ? HIDDEN : HIDDEN.map((tab) => (tab.key === 'data' ? { key: 'data', components: [...(tab.components ?? []), ...variable] } : tab))])),
  };
}
