import type { Text } from 'tertib';

const phase = (id: string, en: string): Text => ({ id, en });

/** The Generic Statistical Business Process Model, version 5.1 (UNECE, 2019), by code. English as UNECE has it; Indonesian is ours ◇. */
export const GSBPM_PHASES: Readonly<Record<string, Text>> = {
  '1': phase('Spesifikasi kebutuhan', 'Specify needs'), '2': phase('Desain', 'Design'), '3': phase('Pembangunan', 'Build'), '4': phase('Pengumpulan', 'Collect'),
  '5': phase('Pengolahan', 'Process'), '6': phase('Analisis', 'Analyse'), '7': phase('Diseminasi', 'Disseminate'), '8': phase('Evaluasi', 'Evaluate'),
  // What goes through all phases has no number in the model.
  menyeluruh: phase('Proses menyeluruh (pengelolaan data, metadata, dan mutu)', 'Overarching processes (management of data, metadata and quality)'),
};

/** Sub-processes, and what goes through all phases: what a step of a diagram can be marked with. */
export const GSBPM: Readonly<Record<string, Text>> = {
  '1.1': phase('Identifikasi kebutuhan', 'Identify needs'), '1.2': phase('Konsultasi dan konfirmasi kebutuhan', 'Consult and confirm needs'), '1.3': phase('Penetapan tujuan keluaran', 'Establish output objectives'),
  '1.4': phase('Identifikasi konsep', 'Identify concepts'), '1.5': phase('Pemeriksaan ketersediaan data', 'Check data availability'), '1.6': phase('Penyiapan dan pengajuan rencana', 'Prepare and submit business case'),
  '2.1': phase('Desain keluaran', 'Design outputs'), '2.2': phase('Desain deskripsi variabel', 'Design variable descriptions'), '2.3': phase('Desain pengumpulan', 'Design collection'),
  '2.4': phase('Desain kerangka dan sampel', 'Design frame and sample'), '2.5': phase('Desain pengolahan dan analisis', 'Design processing and analysis'), '2.6': phase('Desain sistem dan alur kerja', 'Design production systems and workflow'),
  '3.1': phase('Instrumen pengumpulan', 'Reuse or build collection instruments'), '3.2': phase('Komponen pengolahan dan analisis', 'Reuse or build processing and analysis components'), '3.3': phase('Komponen diseminasi', 'Reuse or build dissemination components'),
  '3.4': phase('Penyusunan alur kerja', 'Configure workflows'), '3.5': phase('Uji sistem', 'Test production systems'), '3.6': phase('Uji proses bisnis statistik', 'Test statistical business process'), '3.7': phase('Finalisasi sistem', 'Finalise production systems'),
  '4.1': phase('Kerangka dan pemilihan sampel', 'Create frame and select sample'), '4.2': phase('Penyiapan pengumpulan', 'Set up collection'), '4.3': phase('Pelaksanaan pengumpulan', 'Run collection'), '4.4': phase('Finalisasi pengumpulan', 'Finalise collection'),
  '5.1': phase('Integrasi data', 'Integrate data'), '5.2': phase('Klasifikasi dan pengodean', 'Classify and code'), '5.3': phase('Reviu dan validasi', 'Review and validate'), '5.4': phase('Penyuntingan dan imputasi', 'Edit and impute'),
  '5.5': phase('Penurunan variabel dan unit baru', 'Derive new variables and units'), '5.6': phase('Penghitungan penimbang', 'Calculate weights'), '5.7': phase('Penghitungan agregat', 'Calculate aggregates'), '5.8': phase('Finalisasi berkas data', 'Finalise data files'),
  '6.1': phase('Penyiapan naskah keluaran', 'Prepare draft outputs'), '6.2': phase('Validasi keluaran', 'Validate outputs'), '6.3': phase('Interpretasi dan penjelasan keluaran', 'Interpret and explain outputs'), '6.4': phase('Pengendalian pengungkapan', 'Apply disclosure control'), '6.5': phase('Finalisasi keluaran', 'Finalise outputs'),
  '7.1': phase('Pemutakhiran sistem keluaran', 'Update output systems'), '7.2': phase('Pembuatan produk diseminasi', 'Produce dissemination products'), '7.3': phase('Pengelolaan rilis produk diseminasi', 'Manage release of dissemination products'),
  '7.4': phase('Promosi produk diseminasi', 'Promote dissemination products'), '7.5': phase('Pengelolaan layanan pengguna', 'Manage user support'),
  '8.1': phase('Pengumpulan bahan evaluasi', 'Gather evaluation inputs'), '8.2': phase('Pelaksanaan evaluasi', 'Conduct evaluation'), '8.3': phase('Kesepakatan rencana tindak', 'Agree an action plan'),
  menyeluruh: phase('Proses menyeluruh (pengelolaan data, metadata, dan mutu)', 'Overarching processes (management of data, metadata and quality)'),
};

/** The property by which a diagram says of which sub-process a step is. */
export const GSBPM_PROPERTY = 'gsbpm';

/** `5.3` is of phase 5. */
export const phaseOf = (code: string): string => code.split('.')[0] ?? code;
