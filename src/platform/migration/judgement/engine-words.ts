import type { Text } from '../../../sdk/index.js';

type Rule = readonly [pattern: RegExp, text: (from: string, to: string) => Text];

/** What the engine has against a migration, for people; the first that fits. */
const RULES: readonly Rule[] = [
  [/no migration instruction/i, (from) => ({ id: `Langkah “${from}” tidak ada lagi dalam versi tujuan. Pilih langkah penggantinya.`, en: `The step “${from}” is no longer in the other version. Choose the step that takes its place.` })],
  [/incompatible types|type of/i, (from, to) => ({ id: `“${from}” dan “${to}” berbeda jenis. Pilih langkah yang sejenis.`, en: `“${from}” and “${to}” are of different kinds. Choose a step of the same kind.` })],
  [/multi-instance/i, (from, to) => ({ id: `“${from}” dan “${to}” tidak sama-sama dikerjakan satu per satu untuk tiap butir daftar. Pilih langkah lain, atau biarkan proses ini selesai pada versinya.`, en: `“${from}” and “${to}” are not both done once for each item of a list. Choose another step, or let this process end on its version.` })],
  [/ancestor|descendant|scope|hierarchy/i, (from, to) => ({ id: `“${to}” berada di bagian lain dari diagram, dan proses yang sedang di “${from}” tidak dapat berpindah ke sana. Pilih langkah lain, atau biarkan proses ini selesai pada versinya.`, en: `“${to}” is in another part of the diagram, where a process that is at “${from}” cannot go. Choose another step, or let this process end on its version.` })],
];

const otherwise = (from: string): Text => ({ id: `Proses yang sedang di “${from}” tidak dapat dipindahkan dalam keadaan ini. Biarkan selesai pada versinya, atau coba lagi setelah langkah itu selesai.`, en: `A process that is at “${from}” cannot be moved as it is. Let it end on its version, or try again when that step is done.` });

export function inWords(failure: string, from: string, to: string): Text {
  return (RULES.find(([pattern]) => pattern.test(failure))?.[1] ?? otherwise)(from, to);
}

/** What the engine says of an instance, by the element that it says it of. */
export function failuresIn(message: string): { elementId: string; failure: string; passing: boolean }[] {
  const found = message.matchAll(/Cannot migrate (activity|transition) instance '([^']+?):[^':]*':\n((?:\t\t[^\n]*\n?)+)/g);
  // A continuation of the engine's own lasts milliseconds.
  return [...found].map(([, kind, elementId = '', failure = '']) => ({ elementId, failure: failure.trim(), passing: kind === 'transition' }));
}
