import { diagram } from '../../../test/security/diagram-attacks.js';
import { compile } from '../../../test/support/compile.js';
import type { FormComponent, FormDefinition } from '../../platform/forms/index.js';
import { validateForm } from '../../platform/forms/validation/validate-form.js';
import { procedureFacts, readDiagrams, type Resource } from '../../platform/releases/index.js';
import { renderTypes } from './render.js';

const options = [{ label: 'Ya', value: 'ya' }, { label: 'Tidak', value: 'tidak' }];
const field = (type: string, key: string, more: object = {}): FormComponent => ({ type, key, label: key, ...more });
const must = { validate: { required: true } };
const onlyIf = { conditional: { show: true, when: 'pilihan', eq: 'ya' } };

/** Every kind of field, in layouts and grids. */
const EVERYTHING: FormDefinition = {
  key: 'semua', title: { id: 'Semua jenis */ {isian}', en: 'Every kind' }, display: 'form',
  components: [
    field('content', 'petunjuk', { html: '<p>Isi</p>' }),
    field('panel', 'p', { components: [field('columns', 'k', { columns: [{ components: [field('textfield', 'nama', must)] }, { components: [field('number', 'umur', must)] }] })] }),
    field('textarea', 'uraian'), field('email', 'surel'), field('phoneNumber', 'telepon'), field('checkbox', 'setuju', must), field('checkbox', 'boleh'),
    field('radio', 'pilihan', { values: options, processVariable: true, ...must }),
    field('select', 'banyak', { data: { values: options }, multiple: true }),
    field('selectboxes', 'kotak', { values: options, processVariable: true }),
    field('datetime', 'saat', { processVariable: true, ...must }), field('day', 'hari'), field('time', 'jam'),
    field('berkas', 'lampiran'), field('pilihProdusen', 'produsen'),
    field('textfield', 'bersyarat', { ...must, ...onlyIf }),
    field('textfield', 'tetap', { disabled: true }), field('textfield', 'rahasia', { hidden: true }), field('textfield', 'sementara', { persistent: false }),
    field('datagrid', 'baris', { ...must, components: [field('textfield', 'kata', must), field('editgrid', 'dalam', { components: [field('tabelData', 'tabel')] })] }),
  ],
};
const FILE = { id: '0192aaaa-0000-7000-8000-000000000001', name: 'a.pdf', size: 1, type: 'application/pdf', sha256: 'ab' };

const LEAST = { nama: 'Ani', umur: 30, setuju: true, pilihan: 'tidak', saat: '2026-01-02T03:04:05Z', baris: [{ kata: 'a' }] };
const MOST = {
  ...LEAST, pilihan: 'ya', uraian: 'x', surel: 'a@example.test', telepon: '0', boleh: false, banyak: ['ya', 'tidak'], kotak: { ya: true, tidak: false }, hari: '01/02/2026', jam: '08:00:00', lampiran: [FILE],
  produsen: 'o1', bersyarat: 'y', baris: [{ kata: 'a', dalam: [{ tabel: { datasetId: 'd1', rows: [{ a: 1, b: 'x', c: null }], file: FILE } }] }, { kata: 'b', dalam: [] }],
};
const stored = (data: object) => validateForm({ form: EVERYTHING, data, initial: { tetap: 'server', rahasia: 'r', sementara: 's' }, files: [FILE], offices: ['o1'] });

const resource = (key: string, content: string): Resource => ({ path: `bpmn/${key}.bpmn`, kind: 'diagram', key, content });
const caller = diagram({
  attributes: { tunggu: 'name="Tunggu"' },
  inside: {
    panggil: '<bpmn:extensionElements><camunda:in source="orang" target="siapa" /><camunda:in source="saat" target="batas" /><camunda:out source="pilihan" target="jawaban" /></bpmn:extensionElements><bpmn:multiInstanceLoopCharacteristics camunda:collection="orangSemua" camunda:elementVariable="orang" />',
  },
});

async function generated(): Promise<string> {
  const called = diagram().replaceAll('"uji"', '"anak"').replace('camunda:formKey="anak"', 'camunda:formKey="semua"');
  const linked = caller.replace(/calledElement="[^"]*"/, 'calledElement="anak"').replace('camunda:formKey="uji"', 'camunda:formKey="semua"');
  const diagrams = await readDiagrams([resource('uji', linked), resource('anak', called)]);
  expect(diagrams).toHaveLength(2);
  const forms = new Map([[EVERYTHING.key, EVERYTHING]]);
  return renderTypes(procedureFacts(diagrams, forms), forms);
}

it('types what is really stored, of every kind of field', async () => {
  const results = [stored(LEAST), stored(MOST)];
  expect(results.map((result) => (result.ok ? [] : result.errors))).toEqual([[], []]);
  const [least, most] = results.map((result) => JSON.stringify(result.ok ? result.data : null));
  const use = `import type { SubmissionData } from 'tertib';
export const stored: SubmissionData<'semua'>[] = [${least}, ${most}];
const { nama, umur, setuju } = stored[0]!;
export const sure: [string, number, true] = [nama, umur, setuju];
// @ts-expect-error -- hidden by a condition
export const hidden: string = stored[0]!.bersyarat;
// @ts-expect-error -- not kept
export const gone = stored[0]!.sementara;
// @ts-expect-error -- not one of the choices
export const choice: SubmissionData<'semua'>['pilihan'] = 'mungkin';
`;
  expect(compile({ 'types.ts': await generated(), 'use.ts': use })).toEqual([]);
});

it('types variables by the forms and diagrams that set them', async () => {
  const source = await generated();
  const use = `import type { ProcedureTypes } from 'tertib';
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : never;
type Caller = ProcedureTypes['uji']['variables'];
type Called = ProcedureTypes['anak'];
export const same: [
  Same<Caller['saat'], Date | string | null>, Same<Caller['kotak'], readonly string[] | null>, Same<Caller['orangSemua'], readonly string[] | null>, Same<Caller['jawaban'], 'ya' | 'tidak' | null>,
  Same<Called['start']['siapa'], string>, Same<Called['start']['batas'], Date | string>, Same<ProcedureTypes['uji']['tasks']['tugas'], 'semua'>,
] = [true, true, true, true, true, true, true];
// @ts-expect-error -- lives inside the multi-instance activity only
export type Local = Caller['orang'];
`;
  expect(compile({ 'types.ts': source, 'use.ts': use })).toEqual([]);
});

const CASES = "import type { Cases } from 'tertib';\ndeclare const cases: Cases;\n";

it('refuses what is misspelt; where nothing is generated, all goes', async () => {
  const loose = `${CASES}void cases.start('apa-saja', { key: 'k', title: 't', variables: { apa: 1 } });\nvoid cases.correlate('c', 'pesan.apa-saja', { apa: 1 });\n`;
  expect(compile({ 'use.ts': loose })).toEqual([]);
  expect(compile({ 'types.ts': await generated(), 'use.ts': loose })).toEqual([expect.stringContaining('compiled/use.ts:3 2345'), expect.stringContaining('compiled/use.ts:4 2345')]);
});

it('is short where there is nothing', () => {
  const source = renderTypes([], new Map());
  expect(source).toContain('interface FormTypes {}');
  expect(compile({ 'types.ts': source })).toEqual([]);
});
