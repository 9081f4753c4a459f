import type { Language, SubmissionData } from 'tertib';
import { CLASS_NAMES, isWider, type AccessClass } from '../datasets/access-class.js';
import type { DatasetEntity } from '../datasets/dataset.entity.js';
import { changedClass, type ClassChange } from '../datasets/state-reasons.js';
import { reject } from '../shared/reject.js';

/** What the fields are called in the version of the form that was filled in. */
export type OrderLabels = Readonly<Record<Language, ReadonlyMap<string, string>>>;

/** As the data list has it, also where an order has changed it that is given anew. */
export const listedClass = ({ riskClass, stateReason }: Pick<DatasetEntity, 'riskClass' | 'stateReason'>): AccessClass => changedClass(stateReason)?.before ?? riskClass;

/** The class that is ordered, and how it differs from the data list's. Where none is chosen it stays: of several data sets together, each keeps its own. */
export function classOrdered({ kelasAkses, alasanKelas }: SubmissionData<'perintah-publikasi'>, dataset: Pick<DatasetEntity, 'riskClass' | 'stateReason'>): { readonly riskClass: AccessClass; readonly change: ClassChange | null } {
  const [before, riskClass] = [listedClass(dataset), kelasAkses ?? dataset.riskClass];
  if (riskClass === dataset.riskClass) return { riskClass, change: changedClass(dataset.stateReason) };
  return { riskClass, change: riskClass === before ? null : { before, after: riskClass, why: alasanKelas?.trim() || null } };
}

/** Nothing becomes more open than it was listed without a reason. @throws SubmissionRejected. */
export function requireReason({ before, after, why }: ClassChange, title: string, labels: OrderLabels): void {
  if (why !== null || !isWider(after, before)) return;
  const [was, wanted] = [CLASS_NAMES[before], CLASS_NAMES[after]];
  const listed = { id: `Dataset "${title}" berkelas ${was.id} dalam daftar data, dan tidak menjadi ${wanted.id} tanpa alasan.`, en: `The data list gives the data set “${title}” the class ${was.en}, and it does not become ${wanted.en} without a reason.` };
  const [asked, askedEnglish] = [labels.id.get('alasanKelas'), labels.en.get('alasanKelas')];
  // An office's own form may be older than the field.
  if (!asked || !askedEnglish) reject('kelasAkses', `${listed.id} Formulir ini belum menanyakan alasan itu: pilih kelas ${was.id}.`, `${listed.en} This form does not ask for it yet: choose the class ${was.en}.`);
  reject('alasanKelas', `${listed.id} Tulis alasannya pada "${asked}", atau pilih kelas ${was.id}.`, `${listed.en} Write it under “${askedEnglish}”, or choose the class ${was.en}.`);
}
