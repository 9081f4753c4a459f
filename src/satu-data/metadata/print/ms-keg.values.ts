import { MS_KEG } from '../sheets/ms-keg.sheet.js';
import { fieldsOf, type Content, type Field } from '../sheets/sheet.js';
import { MS_KEG_PLAN } from './ms-keg.plan.js';
import type { Printed } from './plan.js';
import { dayParts, marked, written } from './written.js';

const FIELDS = new Map(fieldsOf(MS_KEG).map((field) => [field.key, field]));
const BLANK_ROWS = 3;

type Answer = ReturnType<typeof marked>['pilihan'][number] & { readonly ke: string };
const NONE: Answer = { kode: '', nama: '', dipilih: false, ke: '' };
const DOTS = '……………………';

/** What the letter `lembar-ms-keg` names: every question of the form, also those that were not asked of this activity, as on the paper. */
export const msKegValues = (content: Content) => MS_KEG_PLAN.map(({ head, remark = '', asks }) => ({ kepala: head, catatan: remark, pertanyaan: asks.map((one) => printed(one, content)) }));

function printed(one: Printed, content: Content) {
  const [first, second] = [one.choice, one.or].map((choice) => choice && { choice, ...marked(fieldOf(choice.field), content[choice.field]) });
  const kotak = first?.kotak || second?.kotak || '';
  return {
    nomor: one.no && `${one.no}.`, tanya: one.ask, keterangan: one.remark ?? '', teks: one.text ? written(content[one.text]) : '', ruang: one.text !== undefined && !content[one.text],
    berkotak: first !== undefined, kotak,
    baris: (one.lines ?? []).map(({ name, field, unit = '' }) => ({ nama: name, isi: written(content[field]), satuan: unit })),
    opsi: first ? answers(first, content) : [], tanyaLain: one.or?.ask ?? '', opsiLain: second ? answers(second, content) : [],
    yaTidak: (one.yesNo ?? []).map(([nama, field]) => ({ nama, ya: content[field] === true, tidak: content[field] === false, kotak: marked(fieldOf(field), content[field]).kotak })),
    tabel: one.table !== undefined, ...tableOf(one, content),
  };
}

/** Two answers beside each other where the list is long, otherwise each on a line. */
function answers({ choice, pilihan }: { readonly choice: NonNullable<Printed['choice']> } & ReturnType<typeof marked>, content: Content) {
  const all = pilihan.map((one, index): Answer => ({ ...one, ke: choice.to?.[one.kode] ?? '', ...(choice.other && index === pilihan.length - 1 ? { nama: `${one.nama} (sebutkan): ${written(content[choice.other]) || DOTS}` } : {}) }));
  const half = choice.halves ? Math.ceil(all.length / 2) : all.length;
  return all.slice(0, half).map((kiri, index) => ({ kiri, dua: choice.halves === true, kanan: (choice.halves && all[half + index]) || NONE }));
}

function tableOf({ table }: Printed, content: Content) {
  const { head = [], widths = [], rows, fixed = [], days } = table ?? {};
  const said = rows && Array.isArray(content[rows.field]) ? (content[rows.field] as Content[]) : [];
  const listed = rows ? (said.length > 0 ? said : Array.from({ length: BLANK_ROWS }, (): Content => ({}))).map((row, index) => ({ tebal: false, sel: [String(index + 1), ...rows.columns.map((key) => written(row[key]))] })) : [];
  const always = fixed.map((row) => {
    if (typeof row === 'string') return { tebal: true, sel: [row, ...head.slice(1).map(() => '')] };
    const [name, ...fields] = row;
    const parts = fields.map((field) => dayParts(content[field]));
    return { tebal: false, sel: [name, ...(days === 'three' ? parts.flat() : parts.flatMap((part, index) => [...(index > 0 ? ['s.d.'] : []), part.filter(Boolean).join('/')]))] };
  });
  return { lebar: [...widths], kepala: [...head], isi: [...listed, ...always] };
}

function fieldOf(key: string): Field {
  const field = FIELDS.get(key);
  if (!field) throw new Error(`The sheet has no field "${key}"`);
  return field;
}
