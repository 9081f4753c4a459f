import { Controller, Get, Param, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { hasCodes } from '../code-lists/column-codes.js';
import { DatasetAccess } from './dataset-access.js';
import { isRequired } from './dataset.types.js';
import { DATASET_STATES } from './dataset.states.js';
import { TemplateService } from './template.service.js';
import { AnswersWorkbook, workbook } from '../shared/workbook-answer.js';

const DatasetView = z.object({
  id: z.string(), caseId: z.string(), officeId: z.string(), code: z.string(), slug: z.string(), name: z.string(), definition: z.string(), unit: z.string(), decimalMark: z.enum([',', '.']),
  state: z.string(), stateName: z.object({ id: z.string(), en: z.string() }),
  variables: z.array(z.object({ name: z.string(), title: z.string(), type: z.enum(['integer', 'number', 'string', 'date', 'region']), unit: z.string().nullable(), required: z.boolean(), key: z.boolean(),
    /** Whether its cells take codes alone, which `columns/{column}/codes` offers. */
    coded: z.boolean(),
  })),
});

/** A data set as its producer and the officials see it while it is collected. */
@ApiTags('satu-data')
@Controller('api/satu-data/datasets')
export class DatasetsController {
  constructor(
    private readonly access: DatasetAccess,
    private readonly templates: TemplateService,
  ) {}

  @Get(':id')
  @ApiOkResponse({ standardSchema: DatasetView })
  async one(@Param('id') id: string): Promise<z.infer<typeof DatasetView>> {
    const { periodId, title, state, variables, officeId, code, slug, definition, unit, decimalMark } = await this.access.dataset(id);
    return {
      id, caseId: periodId, officeId, code, slug, name: title, definition, unit, decimalMark, state, stateName: DATASET_STATES[state].name,
      variables: variables.map((one) => ({ name: one.name, title: one.title, type: one.type, unit: one.unit ?? null, required: isRequired(one), key: one.key, coded: hasCodes(one) })),
    };
  }

  @Get(':id/template.xlsx')
  @AnswersWorkbook()
  async template(@Param('id') id: string): Promise<StreamableFile> {
    const dataset = await this.access.dataset(id);
    return workbook(await this.templates.write(dataset), dataset.slug);
  }
}
