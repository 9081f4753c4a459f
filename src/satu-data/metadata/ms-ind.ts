import { z } from 'zod';
import { optionalText } from '../shared/form-values.js';

const names = z.array(z.object({ nama: optionalText })).max(200).nullish().transform((rows) => (rows ?? []).filter(({ nama }) => nama !== null));
const yes = z.boolean().nullish().transform((value) => value ?? null);

/** What BPS's form MS-Ind asks of an indicator. Everything may be missing while it is being filled in. */
export const MsInd = z.object({
  nama: optionalText, konsep: optionalText, definisi: optionalText, interpretasi: optionalText, rumus: optionalText, ukuran: optionalText, satuan: optionalText, klasifikasiPenyajian: optionalText,
  /** Made of other indicators; then those are asked for, otherwise its variables. */
  komposit: yes, indikatorPembangun: names, variabelPembangun: names, levelEstimasi: optionalText, aksesUmum: yes,
});
