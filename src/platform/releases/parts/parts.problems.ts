import { Problem, type Text } from '../../../sdk/index.js';

const listed = (titles: readonly Text[], language: keyof Text): string => titles.map((title) => `“${title[language]}”`).join(', ');

export const PartProblem = {
  nameless: (): Problem => new Problem('part-name', 422, { id: 'Nama bagian harus memuat huruf. Tulis nama lain.', en: 'The name of a part must have letters. Write another one.' }),
  nameTaken: (name: string): Problem => new Problem('part-name-taken', 409, { id: `Sudah ada bagian bernama “${name}”. Simpan sebagai versi barunya, atau pilih nama lain.`, en: `There is a part called “${name}” already. Save it as its new version, or choose another name.` }),
  inUse: (forms: readonly Text[]): Problem => new Problem('part-in-use', 409, { id: `Versi ini dipakai formulir ${listed(forms, 'id')}. Ganti dahulu versinya di sana.`, en: `This version is used by the form ${listed(forms, 'en')}. First take another version there.` }),
};
