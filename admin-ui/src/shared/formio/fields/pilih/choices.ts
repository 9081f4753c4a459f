import { request, type ChoicePage, type FormComponent } from '../../../../api/index.js';
import type { FormContext } from '../../base.js';

interface Search {
  text?: string;
  offset?: number;
  value?: string;
}

/** Asks for what may be chosen, of whoever knows the form: the task, the procedure that is started, the plugin's page, or its editor. */
export function askChoices({ taskId, procedureKey, page }: FormContext, component: FormComponent, search: Search): Promise<ChoicePage> {
  const place = taskId ? `/tasks/${taskId}` : procedureKey ? `/procedures/${procedureKey}` : page;
  if (place) return request<ChoicePage>(`${place}/choices/${component.key}`, { query: { ...search } });
  const { key, type, roles, anyOffice, officeKinds, scheme, level, within } = component;
  return request<ChoicePage>('/drafts/forms/choices', { method: 'POST', body: { component: { key, type, roles, anyOffice, officeKinds, scheme, level, within }, ...search } });
}
