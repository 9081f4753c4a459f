import { codeOf } from '../metadata-code.js';
import type { MetadataEntity, MetadataKind } from '../metadata.entity.js';
import type { Content } from '../sheets/sheet.js';
import { msIndRows, msVarRows } from './column-values.js';
import { msKegValues } from './ms-keg.values.js';
import { written } from './written.js';

type Said = Pick<MetadataEntity, 'kind' | 'number' | 'content' | 'version'>;

/** The letter that draws a form; each has a layout of its own, outside the office's letterhead. */
export const SHEET_LETTERS: Readonly<Record<MetadataKind, string>> = { activity: 'lembar-ms-keg', variable: 'lembar-ms-var', indicator: 'lembar-ms-ind' };

/** What `lembar-ms-keg` names. */
export const activityValues = (record: Said, office: string) => ({
  tanpaKop: true, judul: written(record.content['judul']), tahun: written(record.content['tahun']), kode: codeOf(record), versi: String(record.version), instansi: office, catatan: written(record.content['catatan']), blok: msKegValues(record.content),
});

/** What `lembar-ms-var` and `lembar-ms-ind` name: the activity as it is recorded or as the record names it, and a row for each record. */
export function tableValues(kind: 'variable' | 'indicator', records: readonly [Said, ...Said[]], office: string, activity: Said | null) {
  const [{ content }] = records;
  const of: Content = activity?.content ?? {};
  return {
    tanpaKop: true, kegiatan: written(of['judul']) || written(content['kegiatan']), kodeKegiatan: activity ? codeOf(activity) : written(content['kodeKegiatan']),
    instansi: written(of['penyelenggara']) || office, eselon1: written(of['eselon1']), eselon2: written(of['eselon2']), eselon3: written(of['penanggungJawab']),
    kode: records.map(codeOf).join(', '), baris: (kind === 'variable' ? msVarRows : msIndRows)(records.map((one) => one.content)),
  };
}
