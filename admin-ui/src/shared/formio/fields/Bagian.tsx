import type { FormComponent } from '../../../api/index.js';
import { useT } from '../../i18n/index.js';
import { FormioField } from '../base.js';
import { eachComponent } from '../prepare.js';
import { ReactField, type ViewProps } from '../ReactField.js';
import { words } from '../words.js';

function BagianView({ component, say }: ViewProps<object>) {
  const t = useT(words);
  const { version } = (component['part'] ?? {}) as { version?: number };
  const labels: string[] = [];
  eachComponent(component.components ?? [], ({ label }) => label && labels.push(say(label)));
  return (
    <fieldset className="border rounded p-3 bg-body-tertiary">
      <legend className="h4 mb-1 float-none w-auto">{say(String(component['legend'] ?? ''))} <span className="badge tertib-badge bg-azure-lt">{t.sharedPart(version ?? 0)}</span></legend>
      <p className="text-secondary mb-0">{labels.join(', ')}</p>
    </fieldset>
  );
}

/** The copy of a part that forms share, as the builder draws it: what is in it is not to be edited there. In a form it is a group. */
export class Bagian extends ReactField<object> {
  static override schema(...extend: object[]): FormComponent {
    return FormioField.schema({ type: 'bagian', key: 'bagian', label: '', legend: '', components: [], hideLabel: true, input: false }, ...extend);
  }

  get defaultSchema(): FormComponent {
    return Bagian.schema();
  }

  get emptyValue(): object {
    return {};
  }

  protected view(props: ViewProps<object>) {
    return <BagianView {...props} />;
  }
}
