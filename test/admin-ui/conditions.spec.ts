import { join } from 'node:path';
import { askable } from '../../admin-ui/src/features/editors/form/conditions/fields.js';
import { operatorsFor } from '../../admin-ui/src/features/editors/form/conditions/operators.js';
import { isLogic, keptOf, ruleOf } from '../../admin-ui/src/features/editors/form/conditions/rule.js';
import { FormPolicy, type FormComponent, type FormDefinition } from '../../src/platform/forms/index.js';
import { validateForm } from '../../src/platform/forms/validation/validate-form.js';

type Components = Parameters<typeof askable>[0];
interface BrowserOperator {
  getResult(options: object): boolean;
}
const { default: browser } = jest.requireActual<{ default: Record<string, new () => BrowserOperator> }>(join(__dirname, '../../admin-ui/node_modules/@formio/js/lib/cjs/utils/conditionOperators/index.js'));

const choice = [{ label: 'Ya', value: 'ya' }, { label: 'Tidak', value: 'tidak' }];
const FIELDS: Readonly<Record<string, Partial<FormComponent>>> = { radio: { values: choice }, selectboxes: { values: choice }, select: { data: { values: choice } } };
/** Untouched and touched, as a browser sends it; and what a condition compares it with. */
const CASES: readonly (readonly [type: string, given: readonly unknown[], compared: readonly unknown[]])[] = [
  ['textfield', [undefined, '', 'Ya', 'ya, tentu', '1', ' '], ['ya', 'Ya', '1']],
  ['radio', [undefined, '', 'ya', 'tidak'], ['ya']],
  ['select', [undefined, '', 'ya', 'tidak'], ['ya']],
  ['selectboxes', [undefined, { '': false }, { ya: false, tidak: false }, { ya: true, tidak: false }], ['ya']],
  ['checkbox', [undefined, false, true], [true]],
  ['number', [undefined, 0, 3, 4.5], [0, 3]],
];

function form(...components: object[]): FormDefinition {
  return { key: 'uji', title: { id: 'Uji', en: 'Test' }, display: 'form', components } as unknown as FormDefinition;
}

const server = (asked: FormComponent, condition: object, data: object): boolean => {
  const governed = { key: 'lanjutan', type: 'textfield', input: true, validate: { required: true }, conditional: { show: true, conjunction: 'all', conditions: [condition] } };
  const result = validateForm({ form: form(asked, governed), data, initial: {}, files: [], offices: [] });
  return !result.ok && result.errors.some(({ component }) => component === 'lanjutan');
};

describe('a condition picked from the list', () => {
  it.each(CASES)('shows by a %s where the browser shows, and asks for nothing that the browser hides', (type, given, compared) => {
    const asked = { key: 'asal', type, label: 'Asal', input: true, ...FIELDS[type] } as FormComponent;
    const answers = new Set<boolean>();
    for (const operator of operatorsFor(asked)) {
      const Browser = browser[operator];
      if (!Browser) throw new Error(`The browser has no ${operator}`);
      for (const value of given) {
        for (const than of compared) {
          // What the browser asks of the field itself stands in for here: a box without a tick is empty.
          const empty = { root: { getComponent: () => ({ isEmpty: () => (type === 'selectboxes' ? !Object.values(value ?? {}).some(Boolean) : value === undefined || String(value).trim() === '') }) } };
          const shown = new Browser().getResult({ value, comparedValue: than, instance: empty, path: 'asal' });
          expect([operator, value, than, server(asked, { component: 'asal', operator, value: than }, { asal: value })]).toEqual([operator, value, than, shown]);
          answers.add(shown);
        }
      }
    }
    expect(answers).toEqual(new Set([true, false]));
  });

  it('offers fields by their names: neither the part itself nor what is in it, and of a table only the row around it', () => {
    const components = [
      { key: 'a', type: 'textfield', label: 'A' },
      { key: 'panel', type: 'panel', components: [{ key: 'b', type: 'checkbox', label: 'B' }, { key: 'petunjuk', type: 'content' }] },
      { key: 'kolom', type: 'columns', columns: [{ components: [{ key: 'c', type: 'number', label: '' }] }] },
      { key: 'daftar', type: 'datagrid', components: [{ key: 'd', type: 'radio', label: 'D', values: choice }, { key: 'e', type: 'textfield', label: 'E' }] },
    ] as unknown as Components;
    const paths = (key: string) => askable(components, key).map(({ path }) => path);
    expect(paths('lain')).toEqual(['a', 'b', 'c']);
    expect(paths('panel')).toEqual(['a', 'c']);
    expect(paths('e')).toEqual(['a', 'b', 'c', 'daftar.d']);
    expect(askable(components, 'e').at(-1)).toEqual({ path: 'daftar.d', label: 'D', type: 'radio', multiple: false, choices: choice });
    expect(askable(components, 'a').find(({ path }) => path === 'c')?.label).toBe('c');
  });

  it('reads the older form and writes the newer one, which the policy takes', () => {
    expect(ruleOf({ show: 'false', when: 'a', eq: 'x' })).toEqual({ show: false, any: false, parts: [{ component: 'a', operator: 'isEqual', value: 'x' }] });
    expect([ruleOf(undefined), ruleOf({ show: null, when: null, eq: '' }), isLogic({ json: { '==': [1, 1] } }), isLogic({ show: true })]).toEqual([undefined, undefined, true, false]);
    const kept = keptOf({ show: false, any: true, parts: [{ component: 'a', operator: 'isNotEmpty' }] });
    expect(ruleOf(kept)).toEqual({ show: false, any: true, parts: [{ component: 'a', operator: 'isNotEmpty' }] });
    const ruled = form({ key: 'a', type: 'textfield', label: 'A' }, { key: 'b', type: 'textfield', label: 'B', conditional: kept });
    expect(new FormPolicy().check(ruled)).toEqual([]);
    expect(ruleOf(keptOf(undefined))).toBeUndefined();
  });

  it('looks at the row that it stands in, also where the field has a name of the table', () => {
    const grid = { key: 'daftar', type: 'datagrid', components: [{ key: 'hasil', type: 'radio', values: choice }, { key: 'alasan', type: 'textfield', validate: { required: true }, conditional: { show: true, conjunction: 'all', conditions: [{ component: 'daftar.hasil', operator: 'isEqual', value: 'tidak' }] } }] };
    const result = validateForm({ form: form(grid), data: { daftar: [{ hasil: 'ya' }, { hasil: 'tidak' }] }, initial: {}, files: [], offices: [] });
    expect(result).toMatchObject({ ok: false, errors: [{ path: 'daftar.1.alasan' }] });
  });

  it('keeps nothing of a hidden field and tells the diagram that there is nothing', () => {
    const hidden = { key: 'alasan', type: 'textfield', processVariable: true, conditional: keptOf({ show: true, any: false, parts: [{ component: 'setuju', operator: 'isNotEqual', value: true }] }) };
    expect(validateForm({ form: form({ key: 'setuju', type: 'checkbox' }, hidden), data: { setuju: true, alasan: '' }, initial: {}, files: [], offices: [] })).toEqual({ ok: true, data: { setuju: true }, variables: { alasan: null } });
  });
});
