import { Injectable } from '@nestjs/common';
import { Asker } from '../../../sdk/index.js';
import { UsersRepository } from '../../identity/index.js';
import type { FormComponent } from '../form-definition.js';
import { hasWords, pageOf, ticked, type Choice, type ChoicePage, type ChoiceSearch, type ChoiceSource } from './choice-source.js';

type Person = Awaited<ReturnType<UsersRepository['all']>>[number];

/**
 * `pilihOrang`: people who may work, with one of the roles that the form names. Of other offices than the asker's own only where
 * the form says so by `anyOffice`: what it does not say it does not allow.
 */
@Injectable()
export class PeopleChoices implements ChoiceSource {
  constructor(
    private readonly users: UsersRepository,
    private readonly asker: Asker,
  ) {}

  async search(component: FormComponent, search: ChoiceSearch): Promise<ChoicePage> {
    const found = (await this.users.all()).filter((person) => this.isOffered(component, person) && hasWords(`${person.name} ${person.title ?? ''} ${person.office?.name ?? ''}`, search.text));
    return pageOf(found.sort((a, b) => a.name.localeCompare(b.name, 'id')).map(choiceOf), search);
  }

  async permitted(component: FormComponent, values: readonly string[], past = false): Promise<Choice[]> {
    return (await this.of(values)).filter((person) => (past ? this.isWithin(component, person) : this.isOffered(component, person))).map(choiceOf);
  }

  async called(_component: FormComponent, values: readonly string[]): Promise<Choice[]> {
    return (await this.of(values)).map(choiceOf);
  }

  private async of(values: readonly string[]): Promise<Person[]> {
    return values.length === 0 ? [] : (await this.users.all()).filter(({ id }) => values.includes(id));
  }

  private isOffered(component: FormComponent, person: Person): boolean {
    const roles = ticked(component['roles']);
    return person.active && (roles.length === 0 || person.roles.some((role) => roles.includes(role))) && this.isWithin(component, person);
  }

  private isWithin(component: FormComponent, { officeId }: Person): boolean {
    return component['anyOffice'] === true || officeId === this.asker.required().officeId;
  }
}

const choiceOf = ({ id, name, title, office }: Person): Choice => ({ value: id, label: name, detail: [title, office?.name].filter(Boolean).join(', ') || null });
