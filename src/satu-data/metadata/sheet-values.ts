import type { MetadataEntity } from './metadata.entity.js';
import { flagsOfSum } from './flags.js';
import { codeOf } from './metadata-code.js';
import { SHEETS } from './sheets/index.js';
import { codesOf, isAsked, type Content, type Field, type Option } from './sheets/sheet.js';

type Convert = (value: never, field: Field) => Partial<ReturnType<typeof blank>>;
/** `kotak` is what stands in the box at the margin: the code that was chosen, or the sum of those that were ticked. */
const blank = () => ({ teks: '', tanggal: '', kotak: '', pilihan: [] as { kode: string; nama: string; dipilih: boolean }[], tabel: false, kepala: [] as string[], baris: [] as { sel: string[] }[] });

const YES: readonly Option[] = [['1', 'Ya', 'Yes'], ['2', 'Tidak', 'No']];
/** Answers that are words to us have their place in the list as their code. */
const codeAt = (value: string, index: number): string => (/^\d+$/.test(value) ? value : String(index + 1));
const listed = (options: readonly Option[] = [], chosen: readonly string[] = []) => options.map(([value, nama], index) => ({ kode: codeAt(value, index), nama, dipilih: chosen.includes(value) }));
const one = (options: readonly Option[] | undefined, value: string) => {
  const pilihan = listed(options, [value]);
  return { pilihan, kotak: pilihan.find(({ dipilih }) => dipilih)?.kode ?? '' };
};
const headings = ({ columns = [] }: Field): string[] => columns.map(({ label }) => label.id);

const WRITTEN: Readonly<Record<Field['type'], Convert>> = {
  line: (teks: string) => ({ teks }), list: (teks: string) => ({ teks }), long: (teks: string) => ({ teks }), number: (value: number) => ({ teks: String(value) }), day: (tanggal: string) => ({ tanggal }),
  yes: (value: boolean) => one(YES, value ? '1' : '2'),
  one: (value: string, { options }) => one(options, value),
  several: (value: number, field) => ({ pilihan: listed(field.options, (flagsOfSum(value, codesOf(field)) ?? []).map(String)), kotak: String(value) }),
  rows: (value: readonly Content[], field) => ({ tabel: true, kepala: headings(field), baris: value.map((row) => ({ sel: (field.columns ?? []).map(({ key }) => cell(row[key])) })) }),
};
const cell = (value: unknown): string => (value === undefined || value === null ? '' : String(value));

const BLANK_ROWS = 3;

/** What was not answered keeps its boxes, so that the sheet can be filled in by hand. */
const unanswered = (field: Field) => ({
  pilihan: listed(field.type === 'yes' ? YES : field.options), tabel: field.type === 'rows', kepala: headings(field),
  baris: field.type === 'rows' ? Array.from({ length: BLANK_ROWS }, () => ({ sel: headings(field).map(() => '') })) : [],
});

function written(field: Field, content: Content) {
  const value = content[field.key];
  return { nomor: field.no, nama: field.label.id, ...blank(), ...(value === undefined ? unanswered(field) : WRITTEN[field.type](value as never, field)) };
}

/** What the letter `lembar-metadata` names: the sheet as BPS has it, block by block. */
export function sheetValues(record: Pick<MetadataEntity, 'kind' | 'number' | 'content' | 'version' | 'name'>, office: string) {
  const { title, form, blocks } = SHEETS[record.kind];
  return {
    lembar: form.toUpperCase(), judul: title.id, nama: record.name ?? '', kode: codeOf(record), versi: String(record.version), instansi: office,
    blok: blocks.filter((block) => isAsked(block, record.content)).map(({ no, title: { id }, fields }) => ({ nomor: no, nama: id, isian: fields.filter((field) => isAsked(field, record.content)).map((field) => written(field, record.content)) })),
  };
}
