import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Asker, type Language } from 'tertib';
import type { z } from 'zod';
import { embedded } from '../charts/svg.js';
import { DatasetAccess } from '../datasets/dataset-access.js';
import { BoundaryService } from '../boundaries/boundary.service.js';
import { AnalysisDesk } from './analysis-desk.service.js';
import { AnalysisReports } from './analysis-reports.service.js';
import { OwnAnalyses } from './own/own-analyses.service.js';
import { AnalysisCharts } from './analysis-charts.service.js';
import { AnalysisTable, AnalysisView, ChartQuery, ChartView, FigureLineage, FigureRows, FigureRowsQuery, OwnAnalysesView, TableQuery } from './analysis.schemas.js';
import { FigureLineages } from './figure-lineage.service.js';
import { FigureRowPages } from './figure-rows.service.js';

/** The analysis of a data set, for whoever may see the data set. */
@ApiTags('satu-data')
@Controller('api/satu-data/analysis/:id')
export class AnalysisController {
  constructor(
    private readonly access: DatasetAccess,
    private readonly desk: AnalysisDesk,
    private readonly lineages: FigureLineages,
    private readonly rowPages: FigureRowPages,
    private readonly charts: AnalysisCharts,
    private readonly boundaries: BoundaryService,
    private readonly made: OwnAnalyses,
    private readonly reports: AnalysisReports,
    private readonly asker: Asker,
  ) {}

  @Get()
  @ApiOkResponse({ standardSchema: AnalysisView })
  async overview(@Param('id') id: string): Promise<AnalysisView> {
    const asked = await this.of(id);
    const [view, report] = await Promise.all([asked.ask('overview', { maps: await this.boundaries.any(), language: this.language }), this.reports.newest(asked.given.dataset)]);
    return { ...view, report };
  }

  @Get('table')
  @ApiOkResponse({ standardSchema: AnalysisTable })
  async table(@Param('id') id: string, @Query({ schema: TableQuery }) query: TableQuery): Promise<AnalysisTable> {
    return (await this.of(id)).ask('table', { ...query, language: this.language });
  }

  /** What handlers of somebody's own computed from its table. */
  @Get('own')
  @ApiOkResponse({ standardSchema: OwnAnalysesView })
  async own(@Param('id') id: string): Promise<OwnAnalysesView> {
    const made = await this.made.made(await this.of(id));
    return made.map(({ key, title, method, topic, stepTitle, at, current, columns, rows }) => ({
      key, title, method, topic, step: stepTitle ?? { id: topic, en: topic }, current, at: at.toISOString(), columns: columns.map(({ name, title: label, number }) => ({ name, title: label, number: number ?? false })), rows: rows.map((row) => ({ ...row })),
    }));
  }

  /** Where a figure comes from. */
  @Get('figures/:figure')
  @ApiOkResponse({ standardSchema: FigureLineage })
  async figure(@Param('id') id: string, @Param('figure') figure: string): Promise<FigureLineage> {
    return this.lineages.of(await this.of(id), figure);
  }

  /** The rows of a large table that it was made of. */
  @Get('figures/:figure/rows')
  @ApiOkResponse({ standardSchema: FigureRows })
  async rows(@Param('id') id: string, @Param('figure') figure: string, @Query({ schema: FigureRowsQuery }) query: FigureRowsQuery): Promise<FigureRows> {
    return this.rowPages.of(await this.of(id), figure, query);
  }

  /** A chart as an image's address, so that it comes the way of everything that a page asks for. */
  @Get('chart')
  @ApiOkResponse({ standardSchema: ChartView })
  async chart(@Param('id') id: string, @Query({ schema: ChartQuery }) query: ChartQuery): Promise<z.infer<typeof ChartView>> {
    return { image: embedded(await this.charts.draw(await (await this.of(id)).ask('chart', query))) };
  }

  private get language(): Language {
    return this.asker.current()?.language ?? 'id';
  }

  private async of(id: string) {
    return this.desk.of(await this.access.dataset(id));
  }
}
