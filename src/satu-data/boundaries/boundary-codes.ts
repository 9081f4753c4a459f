import type { Text } from 'tertib';
import { levelOf } from '../code-lists/code-level.js';
import { pairsOf } from '../code-lists/column-codes.js';
import type { CodeTable } from '../code-lists/code-table.js';

/** What is wrong with codes of boundaries; of the list's codes also those that have ended, because maps are drawn of earlier years too. */
export function codeProblems(codes: readonly string[], table: CodeTable, paired: CodeTable | undefined): Text[] {
  const { title } = table.facts;
  const pairs = new Map(pairsOf(table, paired));
  const unknown = codes.filter((code) => !table.get(code)).map((code): Text => {
    const own = pairs.get(code);
    // 1507 is another regency to BPS than to the Ministry; nobody has to guess.
    if (!own || !paired) return { id: `Kode ${code} tidak ada dalam daftar “${title.id}”. Perbaiki kodenya, atau tambahkan pada Daftar kode.`, en: `The code ${code} is not in the list “${title.en}”. Correct it, or add it to the code lists.` };
    return {
      id: `${code} adalah kode ${paired.get(code)?.title.id ?? ''} dalam daftar “${paired.facts.title.id}”, bukan dalam “${title.id}”. Pilih daftar itu untuk berkas ini, atau tulis ${own}.`,
      en: `${code} is the code of ${paired.get(code)?.title.en ?? ''} in the list “${paired.facts.title.en}”, not in “${title.en}”. Choose that list for this file, or write ${own}.`,
    };
  });
  const levels = new Set(levelsOf(codes, table));
  return [...unknown, ...(levels.size > 1 ? [{ id: 'Semua wilayah harus setingkat, misalnya semuanya kecamatan.', en: 'All regions must be of one level, such as districts only.' }] : [])];
}

/** Of those that the list has. */
export const levelsOf = (codes: readonly string[], table: CodeTable): number[] => codes.flatMap((code) => { const known = table.get(code); return known ? [levelOf(table, known)] : []; });
