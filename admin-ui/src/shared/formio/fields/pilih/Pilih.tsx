import type { FormComponent } from '../../../../api/index.js';
import { editFormWith, FormioField, type BuilderInfo } from '../../base.js';
import { ReactField, type ViewProps } from '../../ReactField.js';
import { ChoiceView } from './ChoiceView.js';

/** What the three have in common: a text is stored, and the server knows what it is called. */
abstract class Pilih extends ReactField<string> {
  get emptyValue(): string {
    return '';
  }

  protected view(props: ViewProps<string>) {
    return <ChoiceView {...props} />;
  }
}

/** A person; the value is the account's id. */
export class PilihOrang extends Pilih {
  static override schema(...extend: object[]): FormComponent {
    return FormioField.schema({ type: 'pilihOrang', label: 'Orang', key: 'orang', roles: {}, anyOffice: false }, ...extend);
  }

  static get builderInfo(): BuilderInfo {
    return { title: 'Person', group: 'tertib', icon: 'person', weight: 42, schema: PilihOrang.schema() };
  }

  static editForm(...extend: object[][]) {
    return editFormWith([{ type: 'checkbox', key: 'anyOffice', label: 'People of all offices, not only of the office of whoever fills it in', input: true, weight: 2 }], extend);
  }

  get defaultSchema(): FormComponent {
    return PilihOrang.schema();
  }
}

const KINDS = [{ label: 'Data custodian', value: 'walidata' }, { label: 'Data producer', value: 'produsen' }, { label: 'Statistics office', value: 'bps' }];

/** An office; the value is its id. */
export class PilihInstansi extends Pilih {
  static override schema(...extend: object[]): FormComponent {
    return FormioField.schema({ type: 'pilihInstansi', label: 'Instansi', key: 'instansi', officeKinds: {} }, ...extend);
  }

  static get builderInfo(): BuilderInfo {
    return { title: 'Office', group: 'tertib', icon: 'building', weight: 44, schema: PilihInstansi.schema() };
  }

  static editForm(...extend: object[][]) {
    return editFormWith([{ type: 'selectboxes', key: 'officeKinds', label: 'Kinds of office', description: 'None ticked: all', values: KINDS, input: true, weight: 2 } as FormComponent], extend);
  }

  get defaultSchema(): FormComponent {
    return PilihInstansi.schema();
  }
}

/** An entry of a list of codes; the value is the code. */
export class PilihKode extends Pilih {
  static override schema(...extend: object[]): FormComponent {
    return FormioField.schema({ type: 'pilihKode', label: 'Wilayah', key: 'wilayah', scheme: '', level: '', within: '' }, ...extend);
  }

  static get builderInfo(): BuilderInfo {
    return { title: 'Region or other code', group: 'tertib', icon: 'map', weight: 46, schema: PilihKode.schema() };
  }

  static editForm(...extend: object[][]) {
    return editFormWith([], extend);
  }

  get defaultSchema(): FormComponent {
    return PilihKode.schema();
  }
}
