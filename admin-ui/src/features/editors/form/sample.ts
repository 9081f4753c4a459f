import type { FileRef, FormComponent, FormDefinition, FormValues } from '../../../api/index.js';
import { caseTableOf } from '../../../shared/formio/fields/caseTable.js';
import { sampleText } from './sampleText.js';

interface Choice {
  value: string;
}

/** What made-up data need to know of the office. */
export interface SampleFacts {
  today: string;
  office: string | undefined;
  /** Something that may be chosen, by key of the field. */
  choices?: Readonly<Record<string, string>>;
}

type Make = (component: FormComponent, facts: SampleFacts) => unknown;

const rules = (component: FormComponent): Record<string, unknown> => (component['validate'] ?? {}) as Record<string, unknown>;
const choicesOf = ({ values, data }: FormComponent): Choice[] => (values ?? (data as { values?: unknown } | undefined)?.values ?? []) as Choice[];

const number: Make = (component) => {
  const { min, max, integer } = rules(component);
  const least = min === undefined || min === null || min === '' ? 1 : Number(min);
  const most = max === undefined || max === null || max === '' ? Infinity : Number(max);
  const value = Math.min(Math.max(1, least), most);
  return integer === true || component['decimalLimit'] === 0 ? Math.ceil(value) : value;
};

const boxes: Make = (component) => {
  const least = Math.max(1, Number(rules(component)['minSelectedCount']) || 0);
  return Object.fromEntries(choicesOf(component).map(({ value }, index) => [value, index < least]));
};

const within = ({ minDate, maxDate, datePicker }: FormComponent, today: string): string => {
  const limits = { ...(datePicker as object | undefined), ...(minDate ? { minDate } : {}), ...(maxDate ? { maxDate } : {}) } as { minDate?: string; maxDate?: string };
  const late = limits.minDate && limits.minDate > today ? limits.minDate : today;
  return (limits.maxDate && limits.maxDate < late ? limits.maxDate : late).slice(0, 10);
};

const files: Make = ({ filePattern }) => {
  const ending = String(filePattern ?? '').split(',')[0]?.trim().replace(/^\*$/, '') || '.pdf';
  return [{ id: crypto.randomUUID(), name: `contoh${ending}`, size: 1024, type: 'application/octet-stream', sha256: '0'.repeat(64) }];
};

const columnsOf = ({ columns }: FormComponent): { key: string; label: string }[] => (Array.isArray(columns) ? (columns as unknown as { key: string; label: string }[]) : []);
const rowsOf: Make = (component) => (component['asText'] === true ? [1] : [1, 2]).map((row) => Object.fromEntries(columnsOf(component).map(({ key, label }) => [key, `${label} ${row}`])));
const grid: Make = (component, facts) => Array.from({ length: Math.max(1, Number(rules(component)['minLength']) || 0) }, () => valuesOf(component.components ?? [], facts));

const CELLS = { text: (label: string, row: number) => `${label} ${row}`, number: (_label: string, row: number) => row * 10, money: (_label: string, row: number) => row * 1_000_000, date: (_label: string, _row: number, today: string) => today };
const caseRows: Make = (component, { today }) => [1, 2].map((row) => Object.fromEntries(caseTableOf(component).columns.map(({ key, label, format = 'text' }) => [key, CELLS[format](label, row, today)])));
const chosen: Make = ({ key }, { choices }) => choices?.[key];

const MAKERS: Readonly<Record<string, Make>> = {
  textfield: sampleText, textarea: sampleText, number, selectboxes: boxes,
  radio: (component) => choicesOf(component)[0]?.value,
  select: (component) => (component['multiple'] === true ? choicesOf(component).slice(0, 1).map(({ value }) => value) : choicesOf(component)[0]?.value),
  checkbox: () => true,
  email: () => 'contoh@example.go.id',
  phoneNumber: () => '081234567890',
  time: () => '08:00:00',
  datetime: (component, { today }) => `${within(component, today)}T01:00:00.000Z`,
  day: (component, { today }) => {
    const [year, month, day] = within(component, today).split('-');
    return component['dayFirst'] === true ? `${day}/${month}/${year}` : `${month}/${day}/${year}`;
  },
  berkas: files,
  tabelData: () => ({ rows: [{ contoh: 'Contoh' }] }),
  pilihOrang: chosen, pilihInstansi: chosen, pilihKode: chosen,
  pilihProdusen: (_component, { office }) => office,
  readonlyTable: rowsOf, tabelKasus: caseRows, datagrid: grid, editgrid: grid,
};

function valuesOf(components: FormComponent[], facts: SampleFacts): FormValues {
  const values: FormValues = {};
  for (const component of components) {
    const make = MAKERS[component.type];
    if (make) {
      const value = make(component, facts);
      if (value !== undefined) values[component.key] = value;
    } else Object.assign(values, valuesOf([...(component.components ?? []), ...columnsIn(component)], facts));
  }
  return values;
}

const columnsIn = ({ columns }: FormComponent): FormComponent[] => (Array.isArray(columns) ? columns.flatMap((column) => column.components ?? []) : []);

/** Made-up data that a form would take, those included that the server fills in. */
export const sampleOf = (form: FormDefinition, facts: SampleFacts): FormValues => valuesOf(form.components, facts);

/** All that looks like a file in what somebody tries to send. */
export function filesIn(value: unknown): FileRef[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('sha256' in value && 'id' in value) return [value as FileRef];
  return Object.values(value).flatMap(filesIn);
}
