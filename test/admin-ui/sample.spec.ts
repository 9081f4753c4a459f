import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesIn, sampleOf } from '../../admin-ui/src/features/editors/form/sample.js';
import { sampleText } from '../../admin-ui/src/features/editors/form/sampleText.js';
import type { FormDefinition } from '../../src/platform/forms/index.js';
import { validateForm } from '../../src/platform/forms/validation/validate-form.js';

const FORMS = join(__dirname, '../../forms');
const facts = { today: '2026-11-28', office: 'o1' };
const field = (type: string, more: object = {}) => ({ key: 'x', type, label: 'X', ...more });

/** What the server says of data that the preview made up, tried as the preview tries them. */
function refused(form: FormDefinition): string[] {
  const data = sampleOf(form as never, facts);
  const shown = new Set(['readonlyTable', 'surat', 'isiData']);
  const posted = Object.fromEntries(Object.entries(data).filter(([key]) => !form.components.some((one) => one.key === key && shown.has(one.type))));
  const result = validateForm({ form, data: posted, initial: data, files: filesIn(posted) as never, offices: ['o1'] });
  return result.ok ? [] : result.errors.map(({ path, message }) => `${path}: ${message.en}`);
}

describe('made-up data', () => {
  // What a condition hides is cleared by the renderer before it is sent; here it is not.
  it.each(readdirSync(FORMS))('would be taken by %s', (file) => {
    const form = JSON.parse(readFileSync(join(FORMS, file), 'utf8')) as FormDefinition;
    expect(refused(form).filter((said) => !said.includes('is not shown'))).toEqual([]);
  });

  it.each([
    ['numbers', field('number', { validate: { min: 2.5, max: 4, integer: true } })],
    ['words', field('textarea', { validate: { minWords: 5, minLength: 60, maxLength: 70 } })],
    ['boxes', field('selectboxes', { values: [{ label: 'A', value: 'a' }, { label: 'B', value: 'b' }], validate: { minSelectedCount: 2 } })],
    ['dates', field('datetime', { datePicker: { minDate: '2027-01-01' } })],
    ['days', field('day', { dayFirst: true })],
    ['several choices', field('select', { multiple: true, data: { values: [{ label: 'A', value: 'a' }] } })],
    ['rows', field('datagrid', { validate: { minLength: 3 }, components: [field('email')] })],
    ['files', field('berkas', { filePattern: '.jpg,.png', fileMaxSize: '1MB' })],
    ['columns', field('columns', { columns: [{ components: [field('time', { key: 'y' })] }] })],
  ])('keep to the rules of %s', (_name, component) => {
    expect(refused({ key: 'uji', title: { id: 'u', en: 'u' }, display: 'form', components: [component] })).toEqual([]);
  });

  it('follow a plain pattern, and leave another empty', () => {
    const of = (pattern: string) => sampleText({ key: 'x', type: 'textfield', validate: { pattern } } as never);
    expect(['\\d{16}', '^[A-Z]{2}-\\d+$', '\\d{4}[a-f0-9]{2,3}x?'].map(of)).toEqual(['1'.repeat(16), 'AA-1', '1111aa']);
    expect(['(a|b)', '[^a]', 'a{2'].map(of)).toEqual([undefined, undefined, undefined]);
  });
});
