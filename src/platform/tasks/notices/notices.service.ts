import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { Asker, NoticeSource, type Notice } from '../../../sdk/index.js';

/** What the applications have to say to a person, beside his tasks. */
@Injectable()
export class NoticesService implements OnApplicationBootstrap {
  private sources: readonly NoticeSource[] = [];

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly asker: Asker,
  ) {}

  onApplicationBootstrap(): void {
    this.sources = [...new Set(this.discovery.getProviders().map(({ instance }) => instance as unknown).filter((one) => one instanceof NoticeSource))];
  }

  async mine(): Promise<Notice[]> {
    const asker = this.asker.required();
    return (await Promise.all(this.sources.map((source) => source.of(asker)))).flat();
  }
}
