import { useLanguage, useT } from '../../../shared/i18n/index.js';
import { AreaField, SelectField, TextField } from '../../../shared/ui/index.js';
import { useRoles } from '../../session/index.js';
import { useDrafts } from '../calls.js';
import { words } from '../words.js';
import { bodyOf, readProperty, timerOf, writeCondition, writeProperty, writeTimer, type DiagramElement, type Modeler } from './model.js';
import { ServiceTask } from './ServiceTask.js';

interface Props {
  modeler: Modeler;
  element: DiagramElement;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

function UserTask({ modeler, element }: Props) {
  const t = useT(words);
  const lang = useLanguage();
  const roles = useRoles();
  const forms = (useDrafts().data ?? []).filter((draft) => draft.kind === 'form');
  const of = (name: string) => text(element.businessObject.get(name));
  const set = (properties: Record<string, unknown>) => modeler.get('modeling').updateProperties(element, properties);
  return (
    <>
      <SelectField label={t.role} value={of('camunda:candidateGroups')} onChange={(e) => set({ 'camunda:candidateGroups': e.target.value || undefined })}>
        <option value="">{t.none}</option>
        {roles.map((role) => <option key={role.key} value={role.key}>{role.name[lang]}</option>)}
      </SelectField>
      <SelectField label={t.form} value={of('camunda:formKey')} onChange={(e) => set({ 'camunda:formKey': e.target.value || undefined })}>
        <option value="">{t.none}</option>
        {forms.map((form) => <option key={form.key} value={form.key}>{`${form.title[lang]} (${form.key})`}</option>)}
      </SelectField>
      <TextField label={t.office} hint={t.officeHint} value={readProperty(element, 'office')} onChange={(e) => writeProperty(modeler, element, 'office', e.target.value)} />
    </>
  );
}

function Plain({ modeler, element }: Props) {
  const t = useT(words);
  const become = (type: string) => modeler.get('selection').select(modeler.get('bpmnReplace').replaceElement(element, { type }));
  return (
    <>
      <p className="text-secondary">{t.plain}</p>
      <div className="btn-list mb-3">
        <button type="button" className="btn" onClick={() => become('bpmn:UserTask')}>{t.asUser}</button>
        <button type="button" className="btn" onClick={() => become('bpmn:ServiceTask')}>{t.asService}</button>
      </div>
    </>
  );
}

const TASKS = ['bpmn:UserTask', 'bpmn:ServiceTask'];

/** What an administrator sets on a step, in plain words; the rest of BPMN stays out of the way. */
export function Panel({ modeler, element }: Props) {
  const t = useT(words);
  const { type, businessObject } = element;
  const timer = timerOf(element);
  const set = (properties: Record<string, unknown>) => modeler.get('modeling').updateProperties(element, properties);
  return (
    <>
      <AreaField label={t.name} rows={2} value={businessObject.name ?? ''} onChange={(e) => set({ name: e.target.value })} />
      {type === 'bpmn:Task' ? <Plain modeler={modeler} element={element} /> : null}
      {type === 'bpmn:UserTask' ? <UserTask modeler={modeler} element={element} /> : null}
      {type === 'bpmn:ServiceTask' ? <ServiceTask modeler={modeler} element={element} /> : null}
      {TASKS.includes(type) ? <TextField label={t.step} value={readProperty(element, 'step')} onChange={(e) => writeProperty(modeler, element, 'step', e.target.value)} /> : null}
      {type === 'bpmn:CallActivity' ? <TextField label={t.called} value={text(businessObject['calledElement'])} onChange={(e) => set({ calledElement: e.target.value })} /> : null}
      {type === 'bpmn:SequenceFlow' ? <TextField label={t.condition} hint={t.conditionHint} value={bodyOf(businessObject['conditionExpression'])} onChange={(e) => writeCondition(modeler, element, e.target.value)} /> : null}
      {timer ? <TextField label={t.duration} value={bodyOf(timer.expression)} onChange={(e) => writeTimer(modeler, element, e.target.value)} /> : null}
      <p className="small text-secondary mb-0"><code>{element.id}</code></p>
    </>
  );
}
