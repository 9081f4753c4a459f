import type { Letter, Letters } from 'tertib';
import type { EvidenceRecord } from '../evidence-record.js';
import type { EvidenceSource } from './source.js';
import { caseOf } from './table-source.js';

/** Letters by the templates that they were drawn from; a template that an administrator adds is none of these. */
const TEMPLATES = {
  'letter-assignment': ['surat-tugas'], 'letter-bps': ['surat-permintaan-bps'], 'letter-request': ['surat-permintaan-produsen'], 'letter-result': ['surat-hasil-analisis'], 'letter-recommendation': ['surat-rekomendasi', 'surat-jawaban-bps'],
  receipt: ['tanda-terima'], 'analysis-report': ['laporan-analisis'], 'board-report': ['laporan-papan'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** Drawn again whenever figures or words change: what was a draft of it is no evidence beside it. */
const NEWEST_OF = TEMPLATES['analysis-report'];

/** The signed copy is the evidence where there is one. */
const recordOf = ({ id, caseId, subject, number, date, officeId, file, signedFile, sentAt, template }: Letter): EvidenceRecord => {
  const { id: fileId, name, sha256 } = signedFile ?? file;
  return { id, title: number ? `${number}: ${subject}` : subject, at: date, officeId, link: caseOf(caseId), file: { id: fileId, name, sha256 }, content: { surat: template, nomor: number, perihal: subject, tanggal: date, dikirim: sentAt, ditandatangani: signedFile !== null } };
};

type LetterKind = keyof typeof TEMPLATES;

/** Letters and their files are the platform's: counted by template, at once. */
export const letterSource = (letters: Letters): EvidenceSource<LetterKind> => {
  const kinds = Object.keys(TEMPLATES) as LetterKind[];
  return {
    kinds,
    counts: async ({ periodIds: caseIds }) => {
      const counted = await letters.counts({ caseIds, templates: Object.values(TEMPLATES).flat(), newestOf: NEWEST_OF });
      return Object.fromEntries(kinds.map((kind) => [kind, TEMPLATES[kind].reduce((sum, template) => sum + (counted[template] ?? 0), 0)])) as Record<LetterKind, number>;
    },
    page: async (kind, { periodIds: caseIds }, after, limit) => (await letters.page({ caseIds, templates: TEMPLATES[kind], newestOf: NEWEST_OF }, after, limit)).map(recordOf),
  };
};
