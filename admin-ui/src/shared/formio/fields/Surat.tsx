import type { FormComponent } from '../../../api/index.js';
import { editFormWith, FormioField, type BuilderInfo } from '../base.js';
import { ReactField, type ViewProps } from '../ReactField.js';
import { LetterList, type ListedLetter } from './LetterList.js';

/** The letters that this task is about. */
export class Surat extends ReactField<ListedLetter[]> {
  static override schema(...extend: object[]): FormComponent {
    return FormioField.schema({ type: 'surat', label: 'Surat', key: 'surat', persistent: false }, ...extend);
  }

  static get builderInfo(): BuilderInfo {
    return { title: 'Letter', group: 'tertib', icon: 'envelope', weight: 50, schema: Surat.schema() };
  }

  static editForm(...extend: object[][]) {
    return editFormWith([], extend);
  }

  get defaultSchema(): FormComponent {
    return Surat.schema();
  }

  get emptyValue(): ListedLetter[] {
    return [];
  }

  protected view({ value }: ViewProps<ListedLetter[]>) {
    return <LetterList letters={Array.isArray(value) ? value : []} />;
  }
}
