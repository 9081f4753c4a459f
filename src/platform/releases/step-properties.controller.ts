import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { StepProperties } from './step-properties.js';

const text = z.object({ id: z.string(), en: z.string() });
const StepPropertiesView = z.array(z.object({ name: z.string(), title: text, values: z.array(z.object({ value: z.string(), name: text })) }));

/** What steps of diagrams are marked with: for the editor, and for whoever reads a diagram. */
@ApiTags('procedures')
@Controller('api/step-properties')
export class StepPropertiesController {
  constructor(private readonly properties: StepProperties) {}

  @Get()
  @ApiOkResponse({ standardSchema: StepPropertiesView })
  list(): z.infer<typeof StepPropertiesView> {
    return this.properties.all.map(({ name, title, values }) => ({ name, title, values: [...values] }));
  }
}
