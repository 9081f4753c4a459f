import { createHash } from 'node:crypto';
import type { Text } from '../../../sdk/index.js';
import type { TaskEntity } from '../../cases/index.js';
import { between, type Ways } from './ways.js';

interface Move {
  readonly ways: Ways;
  readonly from: string;
  readonly to: string;
  /** The open task of the step that is left. */
  readonly task: TaskEntity | null;
  /** Whether somebody has typed into its form. */
  readonly drafted: boolean;
  /** Whether the step stands still with a fault. */
  readonly failed: boolean;
}

const text = (id: string, en: string): Text => ({ id, en });

/** What a move brings about, told before it is done. */
export function consequences({ ways, from, to, task, drafted, failed }: Move): Text[] {
  const [left, target] = [from, to].map((id) => ways.steps.get(id)?.name ?? id);
  const skipped = between(ways, from, to);
  // In a loop each lies before the other: then nobody can say what is skipped and what is done again.
  const repeated = skipped.length > 0 ? [] : between(ways, to, from);
  const timers = ways.attached.get(from) ?? [];
  return [
    text(`“${left}” berakhir sekarang tanpa diselesaikan, dan “${target}” dimulai.`, `“${left}” ends now without being finished, and “${target}” begins.`),
    ...(task?.assigneeName ? [text(`Tugas ini sedang dipegang ${task.assigneeName} dan hilang dari daftarnya.`, `The task is with ${task.assigneeName} and disappears from their list.`)] : []),
    ...(drafted ? [text('Yang sudah diketik di formulirnya tetapi belum dikirim tidak terpakai.', 'What was typed into its form and not sent is not used.')] : []),
    ...(failed ? [text('Kendala pada langkah ini ditutup.', 'The fault at this step is closed.')] : []),
    ...(ways.steps.get(from)?.type === 'CallActivity' ? [text('Bagian proses yang dijalankan langkah ini dihentikan, dengan semua tugas di dalamnya.', 'The part of the process that this step runs is stopped, with all tasks in it.')] : []),
    ...(timers.length > 0 ? [text(`Tidak ditunggu lagi: ${timers.join(', ')}.`, `No longer waited for: ${timers.join(', ')}.`)] : []),
    ...(skipped.length > 0 ? [text(`Mungkin terlewati: ${skipped.join(', ')}. Isian yang seharusnya diisi di sana tetap kosong.`, `Possibly skipped: ${skipped.join(', ')}. What would be filled in there stays empty.`)] : []),
    ...(repeated.length > 0 ? [text(`Dikerjakan lagi setelahnya: ${repeated.join(', ')}.`, `Done again after it: ${repeated.join(', ')}.`)] : []),
    text('Yang sudah diisi, surat, dan surel yang sudah dikirim tetap ada; tidak ada yang ditarik kembali.', 'What was filled in, and letters and mails that were sent, stay; nothing is taken back.'),
  ];
}

export const hashOf = (sentences: readonly Text[]): string => createHash('sha256').update(JSON.stringify(sentences)).digest('hex');
