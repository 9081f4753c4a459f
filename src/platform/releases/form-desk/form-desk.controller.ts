import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Problem, Roles } from '../../../sdk/index.js';
import { Choices, CodeLists, FormPolicy, importForm, type FormComponent, type ImportedForm } from '../../forms/index.js';
import { DraftBody } from '../releases.schemas.js';
import { RESOURCE_KEY } from '../resource.js';
import { ChoicePageSchema, ChoicesBody, CodeListsSchema, ImportSchema, TableSourcesSchema, TrialBody, TrialSchema, UsesSchema } from './form-desk.schemas.js';
import { FormDesk } from './form-desk.service.js';

/** What the form editor asks of the server while a form is made. Nothing is stored. */
@ApiTags('drafts')
@Roles('admin')
@Controller('api/drafts/forms')
export class FormDeskController {
  constructor(
    private readonly policy: FormPolicy,
    private readonly desk: FormDesk,
    private readonly choices: Choices,
    private readonly lists: CodeLists,
  ) {}

  /** Of a plain Form.io form, what may stand in a form here, and what was refused or changed and why. */
  @Post('import')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: ImportSchema })
  import(@Body({ schema: DraftBody }) { content }: z.infer<typeof DraftBody>): ImportedForm {
    return importForm(content, this.policy);
  }

  /** The lists that a field can be bound to. */
  @Get('lists/codes')
  @ApiOkResponse({ standardSchema: CodeListsSchema })
  async codeLists(): Promise<z.infer<typeof CodeListsSchema>> {
    return (await this.lists.all()).map(({ scheme, title, levels = [] }) => ({ scheme, title, levels: [...levels] }));
  }

  /** What a table's rows can come from. */
  @Get('lists/tables')
  @ApiOkResponse({ standardSchema: TableSourcesSchema })
  tables(): ReturnType<FormDesk['tables']> {
    return this.desk.tables();
  }

  /** What may be chosen in a field as it stands in its editor. */
  @Post('choices')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: ChoicePageSchema })
  choose(@Body({ schema: ChoicesBody }) { component, ...search }: z.infer<typeof ChoicesBody>): ReturnType<Choices['in']> {
    return this.choices.in(component as FormComponent, search);
  }

  /** Whether the form as it stands in its editor would take these data, by the check that a task uses. */
  @Post(':key/trial')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: TrialSchema })
  trial(@Param('key') key: string, @Body({ schema: TrialBody }) body: z.infer<typeof TrialBody>): ReturnType<FormDesk['try']> {
    if (!RESOURCE_KEY.test(key)) throw Problem.notFound();
    return this.desk.try(key, body);
  }

  /** The steps and roles that meet this form; none where no diagram uses it yet. */
  @Get(':key/uses')
  @ApiOkResponse({ standardSchema: UsesSchema })
  uses(@Param('key') key: string): ReturnType<FormDesk['uses']> {
    return this.desk.uses(key);
  }
}
