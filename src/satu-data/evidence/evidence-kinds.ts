import type { Text } from 'tertib';

/** What the procedure records that can be evidence, as people call it. Where it is read is in `sources/`. */
export const EVIDENCE_KINDS = {
  'data-list': { id: 'Daftar data yang diserahkan', en: 'Data list handed in' },
  'list-review': { id: 'Pemeriksaan daftar data oleh Kasi dan BPS', en: 'Checks of the data list by the head of section and BPS' },
  'list-mark': { id: 'Catatan koreksi daftar data', en: 'Corrections marked in the data list' },
  'data-standard': { id: 'Dataset dengan definisi, satuan, dan klasifikasi', en: 'Data sets with definition, unit and classification' },
  'code-list': { id: 'Dataset yang memakai kode referensi', en: 'Data sets that use reference codes' },
  'validation-rule': { id: 'Aturan pemeriksaan dataset', en: 'Validation rules of data sets' },
  'update-schedule': { id: 'Dataset dengan jadwal pemutakhiran', en: 'Data sets with an update schedule' },
  'protected-column': { id: 'Dataset dengan kolom yang dilindungi', en: 'Data sets with protected columns' },
  'metadata-activity': { id: 'Metadata kegiatan (MS-Keg)', en: 'Metadata of activities (MS-Keg)' },
  'metadata-variable': { id: 'Metadata variabel (MS-Var)', en: 'Metadata of variables (MS-Var)' },
  'metadata-indicator': { id: 'Metadata indikator (MS-Ind)', en: 'Metadata of indicators (MS-Ind)' },
  'letter-assignment': { id: 'Surat tugas', en: 'Letters of assignment' },
  'letter-bps': { id: 'Surat permintaan kepada BPS', en: 'Letters of request to BPS' },
  'letter-recommendation': { id: 'Surat rekomendasi dan jawaban tertulis BPS', en: 'Letters of recommendation and written answers by BPS' },
  'letter-request': { id: 'Surat permintaan kepada produsen data', en: 'Letters of request to data producers' },
  'letter-result': { id: 'Surat hasil analisis kepada BPS', en: 'Letters with the analysis to BPS' },
  receipt: { id: 'Tanda terima', en: 'Receipts' },
  delivery: { id: 'Data yang divalidasi pimpinan', en: 'Data validated by leaders' },
  extension: { id: 'Perpanjangan batas waktu', en: 'Extensions of deadlines' },
  verification: { id: 'Laporan verifikasi', en: 'Verification reports' },
  'accepted-warning': { id: 'Peringatan yang diterima dengan alasan', en: 'Warnings accepted with a reason' },
  returned: { id: 'Pengembalian data', en: 'Data returned' },
  analysed: { id: 'Analisis yang selesai', en: 'Analyses done' },
  'analysis-report': { id: 'Laporan analisis', en: 'Analysis reports' },
  eligibility: { id: 'Keputusan kelayakan BPS', en: 'Decisions of BPS on fitness' },
  'publication-order': { id: 'Keputusan publikasi dan jadwal rilis', en: 'Decisions on publication and release dates' },
  release: { id: 'Rilis pada portal', en: 'Releases on the portal' },
  publication: { id: 'Dataset pada portal', en: 'Data sets on the portal' },
  disclosure: { id: 'Pemeriksaan penyamaran sel', en: 'Checks for cells to be suppressed' },
  'board-report': { id: 'Laporan papan data', en: 'Reports of the data board' },
  'business-process': { id: 'Langkah proses menurut fase GSBPM', en: 'Steps of the process by GSBPM phase' },
  procedure: { id: 'Versi prosedur yang berlaku', en: 'Version of the procedure in force' },
  archive: { id: 'Arsip periode (BagIt)', en: 'Archive of the period (BagIt)' },
  'audit-trail': { id: 'Jejak audit', en: 'Audit trail' },
} as const satisfies Record<string, Text>;

export type EvidenceKind = keyof typeof EVIDENCE_KINDS;
export const KINDS = Object.keys(EVIDENCE_KINDS) as [EvidenceKind, ...EvidenceKind[]];
