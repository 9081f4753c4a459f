import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Roles } from '../../../sdk/index.js';
import { ApiTokens, type TokenView } from './api-tokens.service.js';
import { TOKEN_SCOPES } from './token-scopes.js';

const time = z.iso.datetime();
const scopes = z.array(z.enum(TOKEN_SCOPES)).min(1);
const TokenBody = z.strictObject({ name: z.string().trim().min(1).max(100), scopes, days: z.number().int().min(1).max(366) });
const TokenSchema = z.object({ id: z.string(), name: z.string(), scopes, createdByName: z.string(), createdAt: time, expiresAt: time, lastUsedAt: time.nullable(), revokedAt: time.nullable() });

/** Tokens for machines, such as the one that `tertib deploy` uses. */
@ApiTags('tokens')
@Roles('admin')
@Controller('api/tokens')
export class ApiTokensController {
  constructor(private readonly tokens: ApiTokens) {}

  @Get()
  @ApiOkResponse({ standardSchema: z.array(TokenSchema) })
  list(): Promise<TokenView[]> {
    return this.tokens.all();
  }

  /** The only answer that has the token in it. */
  @Post()
  @ApiCreatedResponse({ standardSchema: TokenSchema.extend({ token: z.string() }) })
  create(@Body({ schema: TokenBody }) body: z.infer<typeof TokenBody>): Promise<TokenView & { token: string }> {
    return this.tokens.create(body);
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiNoContentResponse()
  async revoke(@Param('id') id: string): Promise<void> {
    await this.tokens.revoke(id);
  }
}
