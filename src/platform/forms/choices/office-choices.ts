import { Injectable } from '@nestjs/common';
import { Offices, type Office } from '../../../sdk/index.js';
import type { FormComponent } from '../form-definition.js';
import { hasWords, pageOf, ticked, type Choice, type ChoicePage, type ChoiceSearch, type ChoiceSource } from './choice-source.js';

/** `pilihInstansi`: offices in use, of the kinds that the form names. */
@Injectable()
export class OfficeChoices implements ChoiceSource {
  constructor(private readonly offices: Offices) {}

  async search(component: FormComponent, search: ChoiceSearch): Promise<ChoicePage> {
    const found = (await this.offices.all()).filter((office) => isOfKind(component, office) && hasWords(`${office.name} ${office.code}`, search.text));
    return pageOf(found.map(choiceOf), search);
  }

  async permitted(component: FormComponent, values: readonly string[], past = false): Promise<Choice[]> {
    const known = past ? await this.of(values) : (await this.offices.all()).filter(({ id }) => values.includes(id));
    return known.filter((office) => isOfKind(component, office)).map(choiceOf);
  }

  async called(_component: FormComponent, values: readonly string[]): Promise<Choice[]> {
    return (await this.of(values)).map(choiceOf);
  }

  private async of(values: readonly string[]): Promise<Office[]> {
    const found: Office[] = [];
    for (const id of values) {
      const office = await this.offices.byId(id);
      if (office) found.push(office);
    }
    return found;
  }
}

const isOfKind = (component: FormComponent, { kind }: Office): boolean => {
  const kinds = ticked(component['officeKinds']);
  return kinds.length === 0 || kinds.includes(kind);
};
const choiceOf = ({ id, name, code }: Office): Choice => ({ value: id, label: name, detail: code });
