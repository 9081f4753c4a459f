import { Problem } from '../../sdk/index.js';

/** What people are told when something cannot be repaired as they asked. */
export const OperateProblem = {
  engineAway: (): Problem => new Problem('engine-away', 503, { id: 'Mesin proses sedang tidak dapat dihubungi. Coba lagi sebentar.', en: 'The engine cannot be reached at the moment. Try again shortly.' }),
  notAutomatic: (): Problem => new Problem('not-automatic', 409, { id: 'Kendala ini bukan pada langkah otomatis, sehingga isiannya tidak dapat diubah. Jalankan lagi tanpa mengubah isian.', en: 'This fault is not at an automatic step, so its entries cannot be changed. Run it again without changes.' }),
  unknownField: (names: readonly string[]): Problem => new Problem('unknown-field', 422, { id: `Langkah ini tidak mengenal isian ${names.join(', ')}.`, en: `This step knows no entry ${names.join(', ')}.` }),
  inputWrong: (issues: readonly { path: string; message: string }[]): Problem =>
    new Problem('input-wrong', 422, { id: 'Isian ini masih tidak sesuai. Tidak ada yang diubah dan langkahnya tidak dijalankan.', en: 'These entries still do not fit. Nothing was changed and the step was not run.' }, { errors: issues.map(({ path, message }) => ({ path, message: path ? `${path}: ${message}` : message })) }),
};
