import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { Choices, type ChoicePage, type ChoicesQuery } from '../forms/index.js';
import { TaskAccess } from './task-access.js';
import { TaskForms } from './task-forms.js';

/** What may be chosen in a task's form. A list is for who may work on it; whoever sees the task may know what was chosen is called. */
@Injectable()
export class TaskChoices {
  constructor(
    private readonly access: TaskAccess,
    private readonly forms: TaskForms,
    private readonly choices: Choices,
  ) {}

  async of(id: string, field: string, query: z.infer<typeof ChoicesQuery>): Promise<z.infer<typeof ChoicePage>> {
    const task = await (query.value === undefined ? this.access.workable(id) : this.access.visible(id));
    return this.choices.of((await this.forms.of(task)).form, field, query);
  }
}
