import type { Writable } from 'node:stream';
import type { Worksheet } from '@protobi/exceljs';
import { officeTime } from '../shared/office-time.js';
import { safeText } from '../tables/safe-text.js';
import { EPSS, INDICATORS, type Indicator } from './epss.js';
import { EVIDENCE_KINDS, type EvidenceKind } from './evidence-kinds.js';
import type { EvidenceFile, EvidenceRecord } from './evidence-record.js';
import { GSBPM, GSBPM_PHASES } from './gsbpm.js';
import type { PhaseTimes } from './gsbpm-phases.js';

/** Indonesian as the evaluation is. */
const SUMMARY = [['Domain', 26], ['Aspek', 30], ['Kode', 9], ['Indikator', 52], ['Bukti', 10], ['Keterangan', 44]] as const;
const RECORDS = [['Kode indikator', 10], ['Indikator', 36], ['Jenis bukti', 30], ['Bukti', 42], ['Produsen data', 26], ['Waktu', 17], ['Berkas', 48], ['sha256', 68], ['Pemeriksaan berkas', 22]] as const;
const PHASES = [['Fase', 34], ['Subproses', 40], ['Langkah', 44], ['Berapa kali', 12], ['Belum selesai', 12], ['Jam seluruhnya', 14]] as const;

const OWN = 'Bukti yang dilampirkan kantor';

/** Which indicators a kind speaks for. */
const SPEAKS_FOR = new Map<EvidenceKind, readonly Indicator[]>((Object.keys(EVIDENCE_KINDS) as EvidenceKind[]).map((kind) => [kind, INDICATORS.filter(({ kinds }) => kinds.includes(kind))]));

/** What the check of a record's file came to. One that is damaged or missing is no evidence. */
export interface Checked {
  readonly said: string;
  readonly isEvidence: boolean;
}

/** Where a record's file is, whose it is, and what its check came to. */
interface Place {
  readonly path: string;
  readonly office: string;
  readonly checked: Checked;
}

/** How many there are, and how many more whose file is damaged or missing. */
interface Count {
  readonly sound: number;
  readonly damaged: number;
}
const NONE: Count = { sound: 0, damaged: 0 };
const more = ({ sound, damaged }: Count, { isEvidence }: Checked): Count => (isEvidence ? { sound: sound + 1, damaged } : { sound, damaged: damaged + 1 });

export interface IndexHead {
  readonly title: string;
  readonly office: string;
  readonly at: Date;
  readonly timeZone: string;
}

/** The workbook that goes with the files, and alone as a list to print: indicators first, then a row for each record of each indicator, then the phases. */
export class EvidenceIndex {
  private readonly counts = new Map<EvidenceKind, Count>();
  private readonly own = new Map<string, Count>();
  private readonly time: (at: Date | null) => string;

  private constructor(
    private readonly book: InstanceType<typeof import('@protobi/exceljs').stream.xlsx.WorkbookWriter>,
    private readonly summary: Worksheet,
    private readonly records: Worksheet,
    private readonly head: IndexHead,
  ) {
    this.time = officeTime(head.timeZone);
  }

  static async to(stream: Writable, head: IndexHead): Promise<EvidenceIndex> {
    const { default: ExcelJS } = await import('@protobi/exceljs');
    const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: stream as never, useStyles: true });
    const index = new EvidenceIndex(book, sheet(book, 'Indikator', head), sheet(book, 'Bukti', head), head);
    titles(index.records, RECORDS, 1);
    return index;
  }

  add(kind: EvidenceKind, record: EvidenceRecord, file: EvidenceFile, place: Place): void {
    this.counts.set(kind, more(this.counts.get(kind) ?? NONE, place.checked));
    for (const { code, title } of SPEAKS_FOR.get(kind) ?? []) {
      this.records.addRow([code, title, EVIDENCE_KINDS[kind].id, safeText(record.title), safeText(place.office), this.time(record.at), safeText(place.path), file.sha256, place.checked.said]).commit();
    }
  }

  /** Of one indicator only, by whoever attached it. */
  addOwn({ code, title }: Indicator, record: EvidenceRecord, file: EvidenceFile, place: Place): void {
    this.own.set(code, more(this.own.get(code) ?? NONE, place.checked));
    this.records.addRow([code, title, OWN, safeText(record.title), safeText(place.office), this.time(record.at), safeText(place.path), file.sha256, place.checked.said]).commit();
  }

  /** @param unfinished - what is begun and not complete, of each kind */
  async end(phases: readonly PhaseTimes[], unfinished: ReadonlyMap<EvidenceKind, number>): Promise<void> {
    this.records.commit();
    this.summarise(unfinished);
    this.phases(phases);
    await this.book.commit();
  }

  private summarise(unfinished: ReadonlyMap<EvidenceKind, number>): void {
    const { title, office, at } = this.head;
    this.summary.addRow([safeText(`Bukti Evaluasi Penyelenggaraan Statistik Sektoral (Peraturan BPS 3/2022): ${title}`)]).commit();
    this.summary.addRow([safeText(`${office}, dibuat ${this.time(at)}. Tingkat kematangan dinilai oleh tim penilai, bukan oleh daftar ini.`)]).commit();
    titles(this.summary, SUMMARY, 3);
    for (const domain of EPSS) {
      for (const aspect of domain.aspects) {
        for (const { code, title: name, kinds } of aspect.indicators) {
          const own = this.own.get(code) ?? NONE;
          const all = [...kinds.map((kind) => ({ name: EVIDENCE_KINDS[kind].id, ...(this.counts.get(kind) ?? NONE) })), { name: OWN, ...own }];
          const count = all.reduce((sum, { sound }) => sum + sound, 0);
          const said = [
            ...all.filter(({ sound }) => sound > 0).map(({ name: kind, sound }) => `${kind}: ${sound}`), ...(own.sound + own.damaged === 0 && kinds.length === 0 ? ['tidak dicatat oleh prosedur; lampirkan bukti sendiri'] : []),
            ...all.filter(({ damaged }) => damaged > 0).map(({ name: kind, damaged }) => `${kind}: ${damaged} berkas rusak atau hilang, tidak dihitung`),
            ...kinds.filter((kind) => unfinished.get(kind)).map((kind) => `${EVIDENCE_KINDS[kind].id} belum lengkap, tidak dihitung: ${unfinished.get(kind)}`),
          ].join('; ');
          this.summary.addRow([domain.title, aspect.title, code, name, count === 0 ? 'belum ada bukti' : count, said]).commit();
        }
      }
    }
    this.summary.commit();
  }

  private phases(phases: readonly PhaseTimes[]): void {
    const page = sheet(this.book, 'GSBPM', this.head);
    titles(page, PHASES, 1);
    for (const { code, steps } of phases) {
      for (const step of steps) page.addRow([nameOf(GSBPM_PHASES, code), nameOf(GSBPM, step.code), safeText(step.name), step.count, step.open, Math.round(step.seconds / 360) / 10]).commit();
    }
    page.commit();
  }
}

const nameOf = (names: Readonly<Record<string, { readonly id: string }>>, code: string | null): string => (code === null ? 'tanpa fase' : `${/\d/.test(code) ? `${code} ` : ''}${names[code]?.id ?? ''}`);

type Book = { addWorksheet(name: string, options: object): Worksheet };

/** Landscape, as wide as the paper, its head on every page. */
const sheet = (book: Book, name: string, { title }: IndexHead): Worksheet =>
  book.addWorksheet(name, {
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: name === 'Indikator' ? '3:3' : '1:1' },
    headerFooter: { oddHeader: `&CBukti EPSS: ${title.replaceAll('&', '&&')}`, oddFooter: '&RHalaman &P dari &N' },
  });

function titles(page: Worksheet, columns: readonly (readonly [title: string, width: number])[], row: number): void {
  columns.forEach(([, width], index) => (page.getColumn(index + 1).width = width));
  const head = page.getRow(row);
  head.values = columns.map(([title]) => title);
  head.font = { bold: true };
  head.commit();
}
