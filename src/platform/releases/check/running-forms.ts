import type { FormDefinition } from '../../forms/index.js';
import { finding, type Finding } from '../finding.js';
import { repair } from '../repair.js';
import type { Resource } from '../resource.js';
import { formsIn } from './fields.js';
import type { RunningRelease } from './surroundings.js';

/** A form that running cases still fill in may not go: who goes on with them would find none to correct or to look at. */
export function runningFormsStay(resources: readonly Resource[], running: readonly RunningRelease[]): Finding[] {
  const kept = new Set(resources.filter(({ kind }) => kind === 'form').map(({ key }) => key));
  // The newest one's text comes back.
  const needed = new Map(running.toSorted((a, b) => a.version - b.version).flatMap((release) => formsIn(release.resources).map((form) => [form.key, { form, release }] as const)));
  return [...needed.values()].filter(({ form }) => !kept.has(form.key)).flatMap(({ form, release }) => missing(form, release));
}

function missing({ key, title }: FormDefinition, { version, resources }: RunningRelease): Finding[] {
  const resource = resources.find((one) => one.kind === 'form' && one.key === key);
  if (!resource) return [];
  const found = finding('form-in-use', '',
    `Formulir “${title.id}” dihapus, tetapi proses yang berjalan pada versi ${version} masih memerlukannya. Kembalikan formulir ini, dan hapus setelah proses itu selesai.`,
    `The form “${title.en}” was removed, but cases that run on version ${version} still need it. Bring it back, and remove it when they have ended.`, 'error',
    repair('file', '', resource.content, 'Kembalikan formulir', 'Bring the form back'));
  return [{ ...found, path: resource.path, title }];
}
