import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Permission } from 'tertib';
import type { z } from 'zod';
import { RequestAccess } from '../requests/request-access.js';
import { ValidationSheets } from '../sheet/sheet.service.js';
import { Withdrawals } from '../withdrawal/withdrawal.service.js';
import { PrintedSheet, Room, Rooms, RoomsQuery, WithdrawBody, Withdrawn } from './room.schemas.js';
import { RoomService } from './room.service.js';
import { RoomsService } from './rooms.service.js';

/** What producers deliver in a period, for themselves and for whoever looks after them. */
@ApiTags('satu-data')
@Permission('satu-data.see-deliveries')
@Controller('api/satu-data/requests')
export class RoomController {
  constructor(
    private readonly access: RequestAccess,
    private readonly rooms: RoomsService,
    private readonly room: RoomService,
    private readonly sheets: ValidationSheets,
    private readonly withdrawals: Withdrawals,
  ) {}

  @Get()
  @ApiOkResponse({ standardSchema: Rooms })
  all(@Query({ schema: RoomsQuery }) query: RoomsQuery): Promise<Rooms> {
    return this.rooms.page(query);
  }

  @Get(':id')
  @ApiOkResponse({ standardSchema: Room })
  async one(@Param('id') id: string): Promise<Room> {
    return this.room.of(await this.access.one(id));
  }

  /** Draws the lembar validasi of what waits for the leader; it is a letter of the case. */
  @Post(':id/sheet')
  @HttpCode(200)
  @Permission('satu-data.print-sheet')
  @ApiOkResponse({ standardSchema: PrintedSheet })
  async sheet(@Param('id') id: string): Promise<PrintedSheet> {
    return this.sheets.print(await this.access.one(id));
  }

  /** Takes data back from the leader, or what he has validated until verification begins. */
  @Post(':id/withdraw')
  @HttpCode(200)
  @Permission('satu-data.withdraw-data')
  @ApiOkResponse({ standardSchema: Withdrawn })
  async withdraw(@Param('id') id: string, @Body({ schema: WithdrawBody }) body: z.infer<typeof WithdrawBody>): Promise<z.infer<typeof Withdrawn>> {
    return { datasetIds: await this.withdrawals.withdraw(await this.access.one(id), body) };
  }
}
