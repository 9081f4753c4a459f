import type { FormDefinition } from '../../forms/index.js';
import { withoutVariable } from '../diagram/condition.js';
import type { VariableUse } from '../diagram/diagram-summary.js';
import { finding, type Finding } from '../finding.js';
import { repair } from '../repair.js';
import { fieldsOf, type Field } from './fields.js';

interface Known {
  readonly forms: Iterable<FormDefinition>;
  /** The forms of the release before. */
  readonly before: readonly FormDefinition[];
  readonly severity: Finding['severity'];
}

/** Nobody sets what is read here: said by what became of it, as far as the release before tells. */
export function unset({ elementId, name, inCondition }: VariableUse, condition: string, { forms, before, severity }: Known): Finding {
  const fields = fieldsOf(forms);
  const removed = fieldsOf(before).find((field) => field.key === name && !fields.some(({ key, form }) => key === name && form === field.form));
  if (removed && inCondition) return removedField(elementId, condition, removed, severity);
  const present = fields.find(({ key }) => key === name);
  if (present) return finding('field-not-variable', elementId,
    `“${present.label}” pada formulir “${present.title.id}” dipakai di sini, tetapi tidak ditandai “Dapat dipakai dalam diagram”. Tandai isian itu pada formulir.`,
    `“${present.label}” of the form “${present.title.en}” is used here, but is not marked “Can be used in the diagram”. Mark the field in the form.`, severity);
  return finding('variable-unset', elementId, `Tidak ada formulir atau langkah yang mengisi “${name}”.`, `No form or step sets “${name}”.`, severity);
}

function removedField(elementId: string, condition: string, { key, label, title }: Field, severity: Finding['severity']): Finding {
  const rest = withoutVariable(condition, key);
  const mended = rest === null ? null : repair('condition', elementId, rest, `Hapus “${label}” dari syarat`, `Take “${label}” out of the condition`);
  return finding('condition-field-removed', elementId,
    `Syarat ini memakai isian “${label}” (${key}), yang sudah dihapus dari formulir “${title.id}”. Ubah syaratnya, atau kembalikan isian itu.`,
    `This condition uses the field “${label}” (${key}), which was removed from the form “${title.en}”. Change the condition, or bring the field back.`, severity, mended);
}
