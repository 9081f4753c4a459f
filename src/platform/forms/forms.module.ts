import { Global, Module } from '@nestjs/common';
import { Choices } from './choices/choices.js';
import { CodeChoices } from './choices/code-choices.js';
import { OfficeChoices } from './choices/office-choices.js';
import { PeopleChoices } from './choices/people-choices.js';
import { FileCheck, ReadableFiles } from './file-check.js';
import { FormPolicy } from './form-policy.js';
import { FormValidator } from './form-validator.js';

/** Form definitions: what may stand in them, and whether what was sent fits them. Needs the files module, `Offices`, `UsersRepository`, and `CodeLists` from a global module. */
@Global()
@Module({
  providers: [{ provide: FileCheck, useClass: ReadableFiles }, PeopleChoices, OfficeChoices, CodeChoices, Choices, FormPolicy, FormValidator],
  exports: [FileCheck, Choices, FormPolicy, FormValidator],
})
export class FormsModule {}
