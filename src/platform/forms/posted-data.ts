import type { Text } from '../../sdk/index.js';
import { walk, type FormDefinition } from './form-definition.js';

const MAX_DEPTH = 12;
const MAX_VALUES = 500_000;
const MAX_CHARACTERS = 8_000_000;
const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Why the data as a whole cannot be looked at, or null. Without recursion: the depth itself may be the attack. */
export function outsize(data: unknown): Text | null {
  if (!isRecord(data)) return { id: 'Isian harus berupa objek.', en: 'What was sent must be an object.' };
  const stack: { value: unknown; depth: number }[] = [{ value: data, depth: 0 }];
  let values = 0;
  let characters = 0;
  for (let entry = stack.pop(); entry; entry = stack.pop()) {
    const { value, depth } = entry;
    values += 1;
    if (typeof value === 'string') characters += value.length;
    if (depth > MAX_DEPTH || values > MAX_VALUES || characters > MAX_CHARACTERS) return { id: 'Isian terlalu besar atau terlalu dalam. Unggah tabel yang panjang sebagai berkas, lalu coba lagi.', en: 'What was sent is too large or nested too deeply. Upload long tables as files, then try again.' };
    if (typeof value !== 'object' || value === null) continue;
    for (const key of Object.keys(value)) {
      if (FORBIDDEN_KEYS.has(key)) return { id: 'Isian memuat nama yang tidak diperbolehkan.', en: 'What was sent contains a name that is not permitted.' };
      stack.push({ value: (value as Record<string, unknown>)[key], depth: depth + 1 });
    }
  }
  return null;
}

const FILE_TYPES = new Set(['berkas', 'tabelData']);
const MAX_FILES = 200;

/** Ids that the data name as files, wherever a field of the form may hold one. */
export function fileIdsIn(form: FormDefinition, data: unknown): string[] {
  if (![...walk(form.components)].some((component) => FILE_TYPES.has(component.type))) return [];
  const ids = new Set<string>();
  const stack: unknown[] = [data];
  for (let value = stack.pop(); value !== undefined; value = stack.pop()) {
    if (typeof value !== 'object' || value === null) continue;
    for (const [key, inner] of Object.entries(value)) {
      if (key === 'rows') continue;
      if ((key === 'id' || key === 'fileId') && typeof inner === 'string' && /^[0-9a-fA-F-]{8,64}$/.test(inner)) ids.add(inner);
      else if (typeof inner === 'object' && inner !== null) stack.push(inner);
    }
  }
  return [...ids].slice(0, MAX_FILES);
}
