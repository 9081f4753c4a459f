import { Controller, Get, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request } from 'express';
import { Offices, Public, Settings } from 'tertib';
import { PublicationRepository } from '../publication/publication.repository.js';
import { dataJson } from './data-json.js';
import { PublicAddress } from './public-address.js';

/** The whole catalogue in one document: complete, or an error. */
@Public()
@ApiExcludeController()
@Controller()
export class CatalogController {
  constructor(
    private readonly publications: PublicationRepository,
    private readonly settings: Settings,
    private readonly offices: Offices,
    private readonly address: PublicAddress,
  ) {}

  @Get('data.json')
  async dataJson(@Req() request: Request) {
    const [publications, name, [office]] = await Promise.all([this.publications.all(), this.settings.get('office.name', 'Walidata'), this.offices.all('walidata')]);
    return dataJson(publications, { name, email: office?.email ?? 'walidata@localhost' }, this.address.of(request));
  }
}
