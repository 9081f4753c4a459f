import { finding, type Finding } from '../finding.js';
import { repair, type Repair } from '../repair.js';
import type { Node } from './model.js';

/** How people write a span of time, and what the standard calls it. */
const UNITS: readonly [RegExp, string, string, string, string][] = [
  [/^(menit|minutes?|min|m)$/i, 'PT', 'M', 'menit', 'minutes'],
  [/^(jam|hours?|h|j)$/i, 'PT', 'H', 'jam', 'hours'],
  [/^(hari|days?|d)$/i, 'P', 'D', 'hari', 'days'],
  [/^(minggu|weeks?|w)$/i, 'P', 'W', 'minggu', 'weeks'],
  [/^(bulan|months?)$/i, 'P', 'M', 'bulan', 'months'],
];
const SPAN = /^(?:P?T?)(\d{1,4})\s*([a-z]+)$/i;
const EXPRESSION = /[$#]\s*\{/;
const ONE_DAY = repair('time', '', 'P1D', 'Isi dengan 1 hari', 'Fill in 1 day');

/** What was most likely meant, as a time that can be read; one day where nothing can be guessed. */
export function timeRepair(elementId: string, written = ''): Repair {
  const [, number, word = ''] = SPAN.exec(written.trim()) ?? [];
  const unit = UNITS.find(([pattern]) => pattern.test(word));
  if (!unit || number === undefined) return { ...ONE_DAY, elementId };
  const [, before, after, id, en] = unit;
  return repair('time', elementId, `${before}${Number(number)}${after}`, `Ganti dengan ${Number(number)} ${id}`, `Change to ${Number(number)} ${en}`);
}

/** A timer that says something else than a time; null for what is none of its own, such as an expression, which stays refused as such. */
export function unreadableTime(expression: Node, property: string, elementId: string): Finding | null {
  const { body, $parent: timer } = expression;
  if (timer?.$type !== 'bpmn:TimerEventDefinition' || !property.startsWith('time') || (body !== undefined && typeof body !== 'string') || EXPRESSION.test(body ?? '')) return null;
  const written = (body ?? '').trim();
  const id = written ? `Waktu “${written}” tidak dapat dibaca.` : 'Waktunya belum diisi.';
  const en = written ? `The time “${written}” cannot be read.` : 'The time is not filled in.';
  return finding('timer-unreadable', elementId, `${id} Tulis lama menunggu, misalnya P3D (3 hari) atau PT2H (2 jam), tanggal lengkap, misalnya 2026-12-01T08:00:00+07:00, atau ambil dari variabel: \${nama}.`, `${en} Write how long to wait, for example P3D (3 days) or PT2H (2 hours), a full date, for example 2026-12-01T08:00:00+07:00, or take it from a variable: \${name}.`, 'error', timeRepair(elementId, written));
}
