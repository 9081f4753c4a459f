import type { z } from 'zod';
import type { Language } from '../../../sdk/index.js';
import type { ConformanceSchema } from './conformance.schemas.js';

const HEADINGS: Record<Language, readonly string[]> = {
  id: ['Langkah', 'Dilalui', 'Dilewati', 'Berulang', 'Biasanya berapa kali', 'Paling banyak', 'Tidak berurutan', 'Jumlah butir', 'Ada di acuan'],
  en: ['Step', 'Passed', 'Skipped', 'Repeated', 'Usually how often', 'At most', 'Out of order', 'Items', 'In the reference'],
};
const YES: Record<Language, readonly [string, string]> = { id: ['ya', 'tidak'], en: ['yes', 'no'] };

/** A name that begins like a formula would be one to a spreadsheet. */
const cell = (value: string | number): string => (typeof value === 'number' ? String(value) : `"${(/^[=+\-@\t\r]/.test(value) ? `'${value}` : value).replaceAll('"', '""')}"`);

/** With a byte order mark, by which spreadsheets know the letters. */
export function asCsv({ steps, others }: z.infer<typeof ConformanceSchema>, language: Language): string {
  const [yes, no] = YES[language];
  const rows = [
    ...steps.map((step) => [step.name, step.passed, step.skipped, step.looped, step.usually, step.most, step.disordered, step.items, yes]),
    ...others.map((step) => [step.name, step.passed, '', step.looped, step.usually, step.most, '', step.items, no]),
  ];
  return `\uFEFF${[HEADINGS[language], ...rows].map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`;
}
