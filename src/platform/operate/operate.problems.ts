import { Problem, type Text } from '../../sdk/index.js';

/** What people are told when something cannot be repaired as they asked. */
export const OperateProblem = {
  engineAway: (): Problem => new Problem('engine-away', 503, { id: 'Mesin proses sedang tidak dapat dihubungi. Coba lagi sebentar.', en: 'The engine cannot be reached at the moment. Try again shortly.' }),
  notAutomatic: (): Problem => new Problem('not-automatic', 409, { id: 'Kendala ini bukan pada langkah otomatis, sehingga isiannya tidak dapat diubah. Jalankan lagi tanpa mengubah isian.', en: 'This fault is not at an automatic step, so its entries cannot be changed. Run it again without changes.' }),
  notMovable: (why: Text): Problem => new Problem('not-movable', 409, why),
  noTarget: (): Problem => new Problem('no-target', 422, { id: 'Proses tidak dapat dipindahkan ke langkah itu. Pilih langkah dari daftar.', en: 'The process cannot be moved to that step. Choose one from the list.' }),
  moveOutdated: (): Problem => new Problem('move-outdated', 409, { id: 'Akibat pemindahan ini tidak lagi sama dengan yang Anda baca. Baca sekali lagi, lalu pindahkan.', en: 'What would come of this move is no longer what you read. Read it once more, then move.' }),
  tokenGone: (): Problem => new Problem('token-gone', 409, { id: 'Proses sudah berlanjut dari langkah ini, sehingga tidak ada yang dipindahkan. Muat ulang halaman.', en: 'The process has gone on from this step meanwhile, so nothing was moved. Reload the page.' }),
  moveRefused: (): Problem => new Problem('move-refused', 409, { id: 'Pemindahan ditolak dan muncul sebagai kendala, dengan sebabnya. Proses tetap di langkah semula.', en: 'The move was refused and stands among the faults, with its cause. The process is where it was.' }),
  unknownField: (names: readonly string[]): Problem => new Problem('unknown-field', 422, { id: `Langkah ini tidak mengenal isian ${names.join(', ')}.`, en: `This step knows no entry ${names.join(', ')}.` }),
  inputWrong: (issues: readonly { path: string; message: string }[]): Problem =>
    new Problem('input-wrong', 422, { id: 'Isian ini masih tidak sesuai. Tidak ada yang diubah dan langkahnya tidak dijalankan.', en: 'These entries still do not fit. Nothing was changed and the step was not run.' }, { errors: issues.map(({ path, message }) => ({ path, message: path ? `${path}: ${message}` : message })) }),
};
