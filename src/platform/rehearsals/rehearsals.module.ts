import { Module } from '@nestjs/common';
import { Boards } from './board.js';
import { RehearsalsController } from './rehearsals.controller.js';
import { Rehearsals } from './rehearsals.service.js';

/** Drafts rehearsed on a stage of their own. Needs `Stages` and `AccessRegistry` from a global module. */
@Module({ controllers: [RehearsalsController], providers: [Rehearsals, Boards] })
export class RehearsalsModule {}
