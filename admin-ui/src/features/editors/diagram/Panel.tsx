import { useMemo } from 'react';
import { useLanguage, useT } from '../../../shared/i18n/index.js';
import { AreaField, SelectField, TextField } from '../../../shared/ui/index.js';
import { useRoles } from '../../session/index.js';
import { useCatalogue, useDrafts, useFormVariables } from '../calls.js';
import { words } from '../words.js';
import { ExpertView } from './expert/ExpertView.js';
import { Flow } from './Flow.js';
import { bodyOf, readProperty, timerOf, writeProperty, writeTimer, type DiagramElement, type Modeler } from './model.js';
import { StepMarks } from './StepMarks.js';
import { ServiceTask } from './ServiceTask.js';
import { TimeField } from './TimeField.js';
import { variablesOf, type Variable } from './variables.js';
import { WhoField } from './WhoField.js';
import { ruleWords } from './words.js';

interface Props {
  modeler: Modeler;
  element: DiagramElement;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

function UserTask({ modeler, element, variables }: Props & { variables: readonly Variable[] }) {
  const t = useT(words);
  const rules = useT(ruleWords);
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
      <WhoField modeler={modeler} element={element} role={of('camunda:candidateGroups')} />
      <SelectField label={t.form} value={of('camunda:formKey')} onChange={(e) => set({ 'camunda:formKey': e.target.value || undefined })}>
        <option value="">{t.none}</option>
        {forms.map((form) => <option key={form.key} value={form.key}>{`${form.title[lang]} (${form.key})`}</option>)}
      </SelectField>
      <TimeField label={rules.due} body={of('camunda:dueDate')} variables={variables} kinds={DUE} onChange={(body) => set({ 'camunda:dueDate': body || undefined })} />
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

/** Whoever the task is given to reads the date; a wait would begin at another moment for each. */
const DUE = ['variable', 'date', 'written'] as const;
const TIMER = ['variable', 'before', 'date', 'wait', 'working', 'written'] as const;
/** What starts by itself is in no case yet whose working days could be counted. */
const STARTING = ['variable', 'date', 'wait', 'written'] as const;
const TASKS = ['bpmn:UserTask', 'bpmn:ServiceTask'];

/** What an administrator sets on a step, in plain words; the rest of BPMN stays out of the way. */
export function Panel({ modeler, element, changes }: Props & { changes: number }) {
  const t = useT(words);
  const rules = useT(ruleWords);
  const { type, businessObject } = element;
  const timer = timerOf(element);
  const lang = useLanguage();
  const { data: catalogue } = useCatalogue();
  const { data: forms } = useFormVariables();
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- of a modeler that stays the same, its changes are what is new
  const variables = useMemo(() => variablesOf(modeler, { catalogue: catalogue ?? [], forms: forms ?? [], lang }), [modeler, changes, catalogue, forms, lang]);
  const set = (properties: Record<string, unknown>) => modeler.get('modeling').updateProperties(element, properties);
  return (
    <>
      <AreaField label={t.name} rows={2} value={businessObject.name ?? ''} onChange={(e) => set({ name: e.target.value })} />
      {type === 'bpmn:Task' ? <Plain modeler={modeler} element={element} /> : null}
      {type === 'bpmn:UserTask' ? <UserTask modeler={modeler} element={element} variables={variables} /> : null}
      {type === 'bpmn:ServiceTask' ? <ServiceTask modeler={modeler} element={element} variables={variables} /> : null}
      {TASKS.includes(type) ? <TextField label={t.step} value={readProperty(element, 'step')} onChange={(e) => writeProperty(modeler, element, 'step', e.target.value)} /> : null}
      {TASKS.includes(type) ? <StepMarks modeler={modeler} element={element} /> : null}
      {type === 'bpmn:CallActivity' ? <TextField label={t.called} value={text(businessObject['calledElement'])} onChange={(e) => set({ calledElement: e.target.value })} /> : null}
      {type === 'bpmn:SequenceFlow' ? <Flow modeler={modeler} element={element} variables={variables} /> : null}
      {timer ? <TimeField label={rules.duration} body={bodyOf(timer.expression)} variables={variables} kinds={type === 'bpmn:StartEvent' ? STARTING : TIMER} workingDays={readProperty(element, 'workingDays')} onChange={(body, days) => writeTimer(modeler, element, body, days)} /> : null}
      <p className="small text-secondary mb-0"><code>{element.id}</code></p>
      <ExpertView modeler={modeler} element={element} />
    </>
  );
}
