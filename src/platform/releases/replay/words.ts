import type { Text } from '../../../sdk/index.js';
import { walk } from '../../forms/index.js';
import type { Code, Difference } from './difference.js';
import type { ReplayModel } from './model.js';

interface Said {
  /** What people call the place. */
  readonly place: string;
  readonly detail: string;
  readonly instead: string;
}

const SENTENCES: Readonly<Record<Code, (said: Said) => Text>> = {
  same: () => ({ id: 'Menempuh jalan yang sama', en: 'Take the same way' }),
  'no-flow': ({ place }) => ({ id: `Berhenti di ${place}: tidak ada jalan keluar yang cocok dengan isiannya`, en: `Would stop at ${place}: no way out fits what was entered` }),
  'cannot-compare': ({ place, detail, instead }) => ({ id: `Berhenti di ${place}: isi “${detail}”, misalnya “${instead}”, tidak dapat dibandingkan seperti yang diminta syaratnya`, en: `Would stop at ${place}: what “${detail}” holds, for example “${instead}”, cannot be compared as its condition asks` }),
  'never-came': ({ place }) => ({ id: `Berhenti di ${place}: yang ditunggu di sini tidak pernah datang`, en: `Would stop at ${place}: what is waited for here never came` }),
  'branch-missing': ({ place }) => ({ id: `Berhenti di ${place}: menunggu cabang yang tidak pernah sampai`, en: `Would stop at ${place}: it waits for a branch that never arrives` }),
  'not-in-draft': ({ place }) => ({ id: place ? `Berhenti di ${place}: diagram yang dipanggil tidak ada` : 'Diagramnya tidak ada lagi', en: place ? `Would stop at ${place}: the diagram it calls is not there` : 'Their diagram is no longer there' }),
  endless: () => ({ id: 'Berputar terus dan tidak pernah selesai', en: 'Would go round in circles and never end' }),
  'field-empty': ({ place, detail }) => ({ id: `Memerlukan “${detail}” di ${place}, yang tidak pernah diisi`, en: `Would need “${detail}” at ${place}, which nobody filled in` }),
  'nobody-did': ({ place }) => ({ id: `Memerlukan langkah ${place}, yang waktu itu tidak dikerjakan siapa pun`, en: `Would need the step ${place}, which nobody did at that time` }),
  'other-flow': ({ place, detail, instead }) => ({ id: `Di ${place} berlanjut ke ${detail}, dahulu ke ${instead}`, en: `At ${place} would go on to ${detail}, then it was ${instead}` }),
  added: ({ place }) => ({ id: `Melewati ${place}, dahulu tidak`, en: `Would come through ${place}, which they did not` }),
  skipped: ({ place }) => ({ id: `Tidak lagi melewati ${place}`, en: `Would no longer come through ${place}` }),
  'value-unknown': ({ place, detail }) => ({ id: `Tidak dapat dipastikan di ${place}: nilai “${detail}” pada saat itu tidak diketahui`, en: `Cannot be told at ${place}: what “${detail}” was at that moment is not known` }),
  'not-retold': () => ({ id: 'Tidak dapat dipastikan: catatannya tidak cukup untuk menempuh ulang jalannya', en: 'Cannot be told: the record is not enough to go this way again' }),
};

/** The sentence of a group of cases, with the names that people know the places by. */
export function sentence({ code, processKey, elementId, detail, instead }: Difference, draft: ReplayModel, then: ReplayModel): Text {
  const models = [draft, then].map((model) => model.nets.get(processKey));
  const flow = models.flatMap((net) => net?.flows.get(detail) ?? [])[0];
  const named = (id: string): string => {
    const names = models.map((net) => net?.nodes.get(id)?.name ?? '');
    return id === '' ? '' : `“${names.find((name) => name !== '') ?? id}”`;
  };
  return SENTENCES[code]({ place: named(elementId), detail: flow ? named(flow.to) : label(detail, [draft, then]), instead: code === 'other-flow' ? named(instead) : instead });
}

/** Fields and variables are known by their label. */
function label(key: string, models: readonly ReplayModel[]): string {
  for (const { forms } of models) {
    for (const form of forms.values()) {
      const found = [...walk(form.components)].find((component) => component.key === key && typeof component.label === 'string' && component.label !== '');
      if (found) return String(found.label);
    }
  }
  return key;
}
