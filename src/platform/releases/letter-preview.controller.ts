import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Problem, Roles } from '../../sdk/index.js';
import { isMail, LetterPreview, type LetterField, type Preview } from '../notifications/index.js';
import { Drafts } from './drafts.service.js';
import { ReleaseCheck } from './release-check.js';
import { ReleaseProblem } from './releases.problems.js';
import { DraftBody } from './releases.schemas.js';
import { pathOf, RESOURCE_KEY } from './resource.js';

const PreviewSchema = z.object({ subject: z.string().nullable(), text: z.string().nullable(), pdf: z.string().nullable() });
const FieldsSchema = z.array(z.object({ path: z.string(), list: z.string().nullable(), example: z.string() }));

/** Whose frame is edited is seen around a letter. */
const LAYOUT = 'layout';
const IN_THE_FRAME = 'surat-tugas';

/** What a template may write, and what it becomes, with made-up data. Nothing is stored. */
@ApiTags('drafts')
@Roles('admin')
@Controller('api/drafts/letters')
export class LetterPreviewController {
  constructor(
    private readonly drafts: Drafts,
    private readonly check: ReleaseCheck,
    private readonly letters: LetterPreview,
  ) {}

  @Get(':key/fields')
  @ApiOkResponse({ standardSchema: FieldsSchema })
  fields(@Param('key') key: string): Promise<LetterField[]> {
    return this.letters.fields(key === LAYOUT ? IN_THE_FRAME : key);
  }

  @Post(':key/preview')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: PreviewSchema })
  async preview(@Param('key') key: string, @Body({ schema: DraftBody }) { content }: z.infer<typeof DraftBody>): Promise<Preview> {
    if (!RESOURCE_KEY.test(key)) throw Problem.notFound();
    const findings = await this.check.file({ path: pathOf('letter', key), kind: 'letter', key, content });
    if (findings.length > 0) throw ReleaseProblem.refused(findings);
    const saved = async (other: string): Promise<string> => (await this.drafts.get('letter', other)).content;
    return key === LAYOUT ? this.letters.draw(IN_THE_FRAME, await saved(IN_THE_FRAME), content) : this.letters.draw(key, content, isMail(key) ? '' : await saved(LAYOUT));
  }
}
