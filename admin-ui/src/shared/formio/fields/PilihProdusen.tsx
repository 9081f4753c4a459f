import { useQuery } from '@tanstack/react-query';
import { request, type FormComponent, type Office } from '../../../api/index.js';
import { useT } from '../../i18n/index.js';
import { ProblemNote } from '../../ui/index.js';
import { editFormWith, FormioField, type BuilderInfo } from '../base.js';
import { ReactField, type ViewProps } from '../ReactField.js';
import { words } from '../words.js';

function PilihProdusenView({ id, value, onChange, disabled, required, context }: ViewProps<string>) {
  const t = useT(words);
  const offices = useQuery({
    queryKey: ['offices', 'produsen'],
    queryFn: () => request<Office[]>('/offices', { query: { kind: 'produsen' } }),
  });
  const list = offices.data ?? [];
  if (context.preview?.choosesOffices === false) return <p className="text-danger mb-0">{t.noOffices}</p>;
  if (offices.isError) return <ProblemNote error={offices.error} onRetry={() => void offices.refetch()} />;
  return (
    <select id={id} className="form-select" value={value ?? ''} disabled={disabled} aria-required={required} onChange={(e) => onChange(e.target.value || null)}>
      <option value="">{t.chooseOne}</option>
      {list.map((office) => <option key={office.id} value={office.id}>{office.name}</option>)}
    </select>
  );
}

/** One of the offices that deliver data; the value is the office's id. */
export class PilihProdusen extends ReactField<string> {
  static override schema(...extend: object[]): FormComponent {
    return FormioField.schema({ type: 'pilihProdusen', label: 'Produsen data', key: 'produsen' }, ...extend);
  }

  static get builderInfo(): BuilderInfo {
    return { title: 'Choice of producer', group: 'tertib', icon: 'institution', weight: 40, schema: PilihProdusen.schema() };
  }

  static editForm(...extend: object[][]) {
    return editFormWith([], extend);
  }

  get defaultSchema(): FormComponent {
    return PilihProdusen.schema();
  }

  get emptyValue(): string {
    return '';
  }

  protected view(props: ViewProps<string>) {
    return <PilihProdusenView {...props} />;
  }
}
