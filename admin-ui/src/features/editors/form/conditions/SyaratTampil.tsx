import type { FormComponent } from '../../../../api/index.js';
import { Components, FormioField } from '../../../../shared/formio/base.js';
import { ReactField, type ViewProps } from '../../../../shared/formio/ReactField.js';
import { ConditionPanel } from './ConditionPanel.js';
import { askable } from './fields.js';

interface Edited {
  editForm?: { components: FormComponent[] };
  editComponent?: FormComponent;
}

/** The panel of conditions as a field of the builder's dialog; it is never part of a form. */
export class SyaratTampil extends ReactField<object> {
  static override schema(...extend: object[]): FormComponent {
    return FormioField.schema({ type: 'syaratTampil', key: 'conditional', label: '' }, ...extend);
  }

  get defaultSchema(): FormComponent {
    return SyaratTampil.schema();
  }

  get emptyValue(): object {
    return {};
  }

  protected view({ id, value, onChange }: ViewProps<object>) {
    const { editForm, editComponent } = this.options as Edited;
    return <ConditionPanel id={id} value={value} fields={askable(editForm?.components ?? [], editComponent?.key ?? '')} onChange={onChange} />;
  }
}

(Components as unknown as { setComponents(components: object): void }).setComponents({ syaratTampil: SyaratTampil });
