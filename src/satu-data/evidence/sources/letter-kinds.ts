import type { Letter, Letters } from 'tertib';
import type { EvidenceRecord } from '../evidence-record.js';
import type { EvidenceSource } from './source.js';
import { caseOf } from './table-source.js';

/** Letters by the templates that they were drawn from; a template that an administrator adds is none of these. */
const TEMPLATES = {
  'letter-assignment': ['surat-tugas'], 'letter-bps': ['surat-permintaan-bps'], 'letter-request': ['surat-permintaan-produsen'], 'letter-result': ['surat-hasil-analisis'], 'letter-recommendation': ['surat-rekomendasi', 'surat-jawaban-bps'],
  receipt: ['tanda-terima'], 'analysis-report': ['laporan-analisis'], 'board-report': ['laporan-papan'],
} as const;

/** The signed copy is the evidence where there is one. */
const recordOf = ({ id, caseId, subject, number, date, officeId, file, signedFile, sentAt, template }: Letter): EvidenceRecord => {
  const { id: fileId, name, sha256 } = signedFile ?? file;
  return { id, title: number ? `${number}: ${subject}` : subject, at: date, officeId, link: caseOf(caseId), file: { id: fileId, name, sha256 }, content: { surat: template, nomor: number, perihal: subject, tanggal: date, dikirim: sentAt, ditandatangani: signedFile !== null } };
};

const source = (letters: Letters, templates: readonly string[]): EvidenceSource => ({
  count: ({ periodIds: caseIds }) => letters.count({ caseIds, templates }),
  page: async ({ periodIds: caseIds }, after, limit) => (await letters.page({ caseIds, templates }, after, limit)).map(recordOf),
});

export const letterSources = (letters: Letters): Readonly<Record<keyof typeof TEMPLATES, EvidenceSource>> =>
  Object.fromEntries(Object.entries(TEMPLATES).map(([kind, templates]) => [kind, source(letters, templates)])) as Record<keyof typeof TEMPLATES, EvidenceSource>;
