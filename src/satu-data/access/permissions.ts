import type { PluginPermission } from 'tertib';

/** What is not a task of the diagram, and so not given to a role there. */
export const permissions: Readonly<Record<string, PluginPermission>> = {
  'satu-data.see-board': {
    title: { id: 'Lihat papan data', en: 'See the data board' },
    description: { id: 'Melihat keadaan semua dataset dari semua produsen dalam satu periode, juga di buku register.', en: 'Sees the state of every data set of every producer in a period, also in the register.' },
    roles: ['kasi', 'kabid', 'kadis', 'staf', 'admin'],
  },
  'satu-data.see-evidence': {
    title: { id: 'Lihat dan lampirkan bukti EPSS', en: 'See and attach evidence for EPSS' },
    description: { id: 'Melihat dan mengunduh apa yang dicatat prosedur sebagai bukti Evaluasi Penyelenggaraan Statistik Sektoral, termasuk data yang disampaikan produsen, serta melampirkan berkas bukti sendiri.', en: 'Sees and downloads what the procedure recorded as evidence for the evaluation of sectoral statistics (EPSS), with the data that producers delivered, and attaches files of the office.' },
    roles: ['staf', 'kasi', 'admin'],
  },
  'satu-data.see-list': {
    title: { id: 'Lihat daftar data', en: 'See the data list' },
    description: { id: 'Melihat daftar data satu periode, perbandingannya dengan periode lalu, dan riwayat tiap baris.', en: 'Sees the data list of a period, how it compares with the last one, and the history of each row.' },
    roles: ['staf', 'kasi', 'kabid', 'kadis', 'bps', 'admin'],
  },
  'satu-data.keep-list': {
    title: { id: 'Susun daftar data', en: 'Draw up the data list' },
    description: { id: 'Menambah, mengubah, dan mengeluarkan baris daftar data, juga dari Excel, selama daftar disusun.', en: 'Adds, changes and takes out rows of the data list, also from Excel, while it is drawn up.' },
    roles: ['staf'],
  },
  'satu-data.mark-list': {
    title: { id: 'Koreksi daftar data', en: 'Correct the data list' },
    description: { id: 'Menandai baris dan isian yang perlu diperbaiki, dan mengisi kode metadata.', en: 'Marks rows and fields that need correction, and fills in the metadata code.' },
    roles: ['kasi', 'bps'],
  },
  'satu-data.try-rules': {
    title: { id: 'Coba aturan daftar data', en: 'Try rules of the data list' },
    description: { id: 'Mencoba aturan satu baris daftar data pada tabel periode lalu, dengan isi baris yang melanggarnya.', en: 'Tries the rules of a row of the data list on the last period’s table, with what the rows say that break them.' },
    roles: ['staf', 'kasi'],
  },
  'satu-data.see-review': {
    title: { id: 'Lihat pemeriksaan BPS', en: 'See the review by BPS' },
    description: { id: 'Melihat apa yang menunggu BPS, tabel, analisis dan ukuran mutu tiap dataset, serta apa yang diputuskan BPS.', en: 'Sees what waits for BPS, the table, analysis and quality measures of each data set, and what BPS decided.' },
    roles: ['bps', 'kasi', 'staf', 'kabid', 'kadis', 'admin'],
  },
  'satu-data.comment-table': {
    title: { id: 'Komentari isi dataset', en: 'Comment on tables' },
    description: { id: 'Memberi komentar pada baris atau sel tabel sebuah dataset.', en: 'Comments on rows or cells of a data set’s table.' },
    roles: ['bps', 'kasi'],
  },
  'satu-data.settle-comment': {
    title: { id: 'Selesaikan komentar', en: 'Settle comments' },
    description: { id: 'Menandai komentar pada isi dataset sebagai selesai, atau membukanya lagi.', en: 'Ticks comments on tables off, or opens them again.' },
    roles: ['staf', 'kasi', 'bps'],
  },
  'satu-data.answer-comment': {
    title: { id: 'Jawab komentar', en: 'Answer comments' },
    description: { id: 'Menjawab komentar pada isi dataset; produsen data hanya yang diteruskan kepadanya.', en: 'Answers comments on tables; a data producer only those that were handed to it.' },
    roles: ['operator', 'pimpinan', 'staf', 'kasi', 'bps'],
  },
  'satu-data.share-comment': {
    title: { id: 'Teruskan komentar kepada produsen', en: 'Hand comments to producers' },
    description: { id: 'Meneruskan komentar pada isi dataset kepada produsennya, agar dijawab.', en: 'Hands comments on tables to the producer, to be answered.' },
    roles: ['staf', 'kasi'],
  },
  'satu-data.recommend': {
    title: { id: 'Buat surat rekomendasi', en: 'Make the letter of recommendation' },
    description: { id: 'Membuat surat rekomendasi BPS tentang dataset yang sudah diputuskan.', en: 'Makes BPS’s letter of recommendation about the data sets that it decided on.' },
    roles: ['bps'],
  },
  'satu-data.keep-recommendation': {
    title: { id: 'Unggah surat rekomendasi bertanda tangan', en: 'Upload the signed letter of recommendation' },
    description: { id: 'Menyimpan surat rekomendasi BPS yang sudah ditandatangani, dengan nomor dan tanggalnya.', en: 'Keeps BPS’s letter of recommendation as it was signed, with its number and date.' },
    roles: ['bps', 'kasi', 'staf'],
  },
  'satu-data.extend-deadline': {
    title: { id: 'Perpanjang batas waktu', en: 'Extend deadlines' },
    description: { id: 'Memberi produsen waktu lebih untuk menyampaikan data.', en: 'Gives producers more time to deliver their data.' },
    roles: ['kasi'],
  },
  'satu-data.escalate': {
    title: { id: 'Ingatkan pimpinan produsen', en: 'Tell leaders of producers' },
    description: { id: 'Memberi tahu pimpinan produsen yang datanya belum masuk, lewat surel dan di aplikasi, dengan alasan.', en: 'Tells the leaders of producers whose data are not in, by mail and in the application, with a reason.' },
    roles: ['kasi'],
  },
  'satu-data.keep-metadata': {
    title: { id: 'Isi metadata', en: 'Keep metadata' },
    description: { id: 'Mengisi dan mengubah metadata kegiatan, variabel, dan indikator; produsen data hanya miliknya sendiri.', en: 'Fills in and changes the metadata of activities, variables and indicators; a data producer its own only.' },
    roles: ['kasi', 'staf', 'operator'],
  },
  'satu-data.use-variable': {
    title: { id: 'Pakai variabel pada dataset', en: 'Use variables in data sets' },
    description: { id: 'Memasang variabel yang sudah dijelaskan sebagai kolom dataset, sebelum permintaan dikirim.', en: 'Puts a variable that is described already into a data set as a column, before requests are sent.' },
    roles: ['kasi', 'staf'],
  },
  'satu-data.send-leader-link': {
    title: { id: 'Kirim tautan kepada pimpinan', en: 'Send links to leaders' },
    description: { id: 'Membuat tautan sekali pakai, agar pimpinan tanpa akun dapat memvalidasi data kantornya.', en: 'Makes one-time links, so that leaders without an account can validate their office’s data.' },
    roles: ['operator', 'kasi'],
  },
  'satu-data.see-deliveries': {
    title: { id: 'Lihat penyampaian data', en: 'See deliveries' },
    description: { id: 'Melihat apa yang diminta, disampaikan, divalidasi, dan diterima, beserta tabel dan analisisnya; produsen data hanya miliknya sendiri.', en: 'Sees what is asked, delivered, validated and received, with the tables and their analysis; a data producer its own only.' },
    roles: ['operator', 'pimpinan', 'kasi', 'staf', 'kabid', 'kadis', 'admin'],
  },
  'satu-data.print-sheet': {
    title: { id: 'Cetak lembar validasi', en: 'Print validation sheets' },
    description: { id: 'Mencetak lembar yang ditandatangani pimpinan yang tidak masuk ke aplikasi.', en: 'Prints the sheet for a leader to sign who does not sign in.' },
    roles: ['operator', 'pimpinan', 'kasi', 'staf'],
  },
  'satu-data.withdraw-data': {
    title: { id: 'Tarik kembali data', en: 'Take data back' },
    description: { id: 'Menarik kembali data kantornya sebelum verifikasi dimulai dan sebelum batas waktu.', en: 'Takes its office’s data back, until verification begins or the deadline passes.' },
    roles: ['operator', 'pimpinan'],
  },
  'satu-data.discuss-data': {
    title: { id: 'Tanya jawab data', en: 'Questions and answers' },
    description: { id: 'Bertanya dan menjawab tentang dataset yang diminta; produsen data hanya miliknya sendiri.', en: 'Asks and answers about data sets that are asked for; a data producer about its own only.' },
    roles: ['operator', 'pimpinan', 'kasi', 'staf'],
  },
  'satu-data.see-code-lists': {
    title: { id: 'Lihat daftar kode', en: 'See code lists' },
    description: { id: 'Melihat dan mengunduh daftar kode (wilayah, urusan, satuan, dan buatan kantor) serta riwayatnya.', en: 'Sees and downloads the lists of codes (regions, affairs, units and the office’s own) and their history.' },
    roles: ['staf', 'kasi', 'kabid', 'kadis', 'bps', 'admin'],
  },
  'satu-data.keep-code-lists': {
    title: { id: 'Kelola daftar kode', en: 'Keep code lists' },
    description: { id: 'Membuat daftar kode, dan menambah, mengubah, serta mengakhiri kode, juga dari Excel.', en: 'Makes lists of codes, and adds, changes and ends codes, also from Excel.' },
    roles: ['staf', 'kasi', 'admin'],
  },
  'satu-data.keep-rules': {
    title: { id: 'Kelola aturan pemeriksaan', en: 'Keep the rules of verification' },
    description: { id: 'Mengatur toleransi dan tingkat aturan yang dipakai memeriksa data semua produsen.', en: 'Sets the tolerance and weight of the rules by which the data of every producer are checked.' },
    roles: ['kasi', 'admin'],
  },
  'satu-data.keep-boundaries': {
    title: { id: 'Kelola batas wilayah', en: 'Keep boundaries' },
    description: { id: 'Mengunggah dan menghapus batas wilayah yang dipakai peta pada analisis.', en: 'Uploads and deletes the boundaries of regions that maps of the analysis are drawn from.' },
    roles: ['kasi', 'staf', 'admin'],
  },
};
