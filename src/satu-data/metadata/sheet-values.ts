import type { MetadataEntity } from './metadata.entity.js';
import { flagsOfSum } from './flags.js';
import { codeOf } from './metadata-code.js';
import { SHEETS } from './sheets/index.js';
import { codesOf, isAsked, type Content, type Field } from './sheets/sheet.js';

type Convert = (value: never, field: Field) => Partial<ReturnType<typeof blank>>;
const blank = () => ({ teks: '', tanggal: '', jumlah: '', pilihan: [] as { kode: string; nama: string; dipilih: boolean }[], tabel: false, kepala: [] as string[], baris: [] as { sel: string[] }[] });

const YES: Field['options'] = [['ya', 'Ya', 'Yes'], ['tidak', 'Tidak', 'No']];
const ticked = ({ options = [] }: Pick<Field, 'options'>, chosen: readonly string[]) => options.map(([value, nama], index) => ({ kode: /^\d+$/.test(value) ? value : String(index + 1), nama, dipilih: chosen.includes(value) }));

const WRITTEN: Readonly<Record<Field['type'], Convert>> = {
  line: (value: string) => ({ teks: value }), long: (value: string) => ({ teks: value }), number: (value: number) => ({ teks: String(value) }), day: (value: string) => ({ tanggal: value }),
  yes: (value: boolean) => ({ pilihan: ticked({ options: YES ?? [] }, [value ? 'ya' : 'tidak']) }),
  one: (value: string, field) => ({ pilihan: ticked(field, [value]) }),
  // As on the sheet: what was ticked, and the sum of its codes in the box.
  several: (value: number, field) => ({ pilihan: ticked(field, (flagsOfSum(value, codesOf(field)) ?? []).map(String)), jumlah: String(value) }),
  rows: (value: readonly Content[], { columns = [] }) => ({ tabel: true, kepala: columns.map(({ label }) => label.id), baris: value.map((row) => ({ sel: columns.map(({ key }) => cell(row[key])) })) }),
};
const cell = (value: unknown): string => (value === undefined || value === null ? '' : String(value));

/** What was not answered keeps its boxes, so that the sheet can be filled in by hand. */
const unanswered = (field: Field) => ({
  pilihan: ticked(field.type === 'yes' ? { options: YES ?? [] } : field, []), tabel: field.type === 'rows', kepala: (field.columns ?? []).map(({ label }) => label.id),
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
