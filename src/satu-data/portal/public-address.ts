import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { configuredAddress } from '../shared/configured-address.js';

/**
 * The address under which the public reaches the portal: `PUBLIC_URL`, else the request's own Host.
 * X-Forwarded-Host is not believed: whoever sends it would write the links of the catalogue.
 */
@Injectable()
export class PublicAddress {
  of(request: Request): string {
    const configured = configuredAddress();
    if (configured) return configured;
    const host = request.headers.host ?? 'localhost';
    return `${request.protocol}://${/^[\w.:[\]-]+$/.test(host) ? host : 'localhost'}`;
  }
}
