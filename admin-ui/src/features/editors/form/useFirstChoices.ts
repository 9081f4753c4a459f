import { useQuery } from '@tanstack/react-query';
import type { FormComponent, FormDefinition } from '../../../api/index.js';
import { askChoices, eachComponent } from '../../../shared/formio/index.js';

const CHOSEN = new Set(['pilihOrang', 'pilihInstansi', 'pilihKode']);

/** For each field in which something is chosen, the first that can be: examples have nothing made up there, which the server would refuse. */
export function useFirstChoices(form: FormDefinition) {
  return useQuery({
    queryKey: ['drafts', 'first-choices', JSON.stringify(form.components)],
    queryFn: async () => {
      const fields: FormComponent[] = [];
      eachComponent(form.components, (component) => CHOSEN.has(component.type) && fields.push(component));
      const first = await Promise.all(fields.map(async (field) => [field.key, (await askChoices({}, field, {})).items[0]?.value] as const));
      return Object.fromEntries(first.filter((one): one is [string, string] => one[1] !== undefined));
    },
  });
}
