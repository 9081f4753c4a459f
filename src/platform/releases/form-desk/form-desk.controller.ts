import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Roles } from '../../../sdk/index.js';
import { FormPolicy, importForm, type ImportedForm } from '../../forms/index.js';
import { DraftBody } from '../releases.schemas.js';
import { ImportSchema } from './form-desk.schemas.js';

/** What the form editor asks of the server while a form is made. Nothing is stored. */
@ApiTags('drafts')
@Roles('admin')
@Controller('api/drafts/forms')
export class FormDeskController {
  constructor(private readonly policy: FormPolicy) {}

  /** Of a plain Form.io form, what may stand in a form here, and what was refused or changed and why. */
  @Post('import')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: ImportSchema })
  import(@Body({ schema: DraftBody }) { content }: z.infer<typeof DraftBody>): ImportedForm {
    return importForm(content, this.policy);
  }
}
