import { Controller, Get, HttpCode, Param, Post, Query, Body, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { Public } from 'tertib';
import { PublicAddress } from './public-address.js';
import { CkanActions, CkanError } from './ckan-actions.js';

/** CKAN's Action API v3, read-only, by GET and POST as harvesters call it. */
@Public()
@ApiExcludeController()
@Controller(['api/3/action', 'api/action'])
export class CkanController {
  constructor(
    private readonly actions: CkanActions,
    private readonly address: PublicAddress,
  ) {}

  @Get(':action')
  get(@Param('action') action: string, @Query() query: Record<string, unknown>, @Req() request: Request, @Res() response: Response): Promise<void> {
    return this.answer(action, query, request, response);
  }

  @Post(':action')
  @HttpCode(200)
  post(@Param('action') action: string, @Body() body: Record<string, unknown>, @Req() request: Request, @Res() response: Response): Promise<void> {
    return this.answer(action, body ?? {}, request, response);
  }

  /** Either a complete answer or an error in CKAN's own form. */
  private async answer(action: string, input: Record<string, unknown>, request: Request, response: Response): Promise<void> {
    const base = this.address.of(request);
    const help = `${base}/api/3/action/help_show?name=${encodeURIComponent(action)}`;
    try {
      const result = await this.actions.run(action, input, base);
      response.json({ help, success: true, result });
    } catch (error) {
      if (!(error instanceof CkanError)) throw error;
      response.status(error.status).json({ help, success: false, error: { __type: error.type, message: error.message } });
    }
  }
}
