import type { EChartsCoreOption } from 'echarts/core';
import type { Language } from 'tertib';
import type { PublicationEntity } from '../publication/publication.entity.js';
import { codeTitle } from './code-title.js';

/** Room for a letter of a name. The library only guesses how wide letters are, and cuts off what it guessed too narrow. */
const LETTER = 7.5;
const MARGIN = 16;

/** Loaded with the first chart that somebody looks at: its modules would be a sixth of the app's start. */
let library: Promise<typeof import('echarts/core')> | undefined;
const loaded = async (): Promise<typeof import('echarts/core')> => {
  const [core, { BarChart }, { GridComponent }, { SVGRenderer }] = await Promise.all([
    import('echarts/core'),
    import('echarts/charts'),
    import('echarts/components'),
    import('echarts/renderers'),
  ]);
  core.use([BarChart, GridComponent, SVGRenderer]);
  return core;
};

/** `narrow`: for a telephone, where names stand above their bars. */
export type ChartShape = 'wide' | 'narrow';

/** Horizontal bars in their order, as an SVG file of its own. Null where nothing is drawn. */
export async function chartSvg(one: Pick<PublicationEntity, 'chart' | 'columns'>, language: Language, shape: ChartShape = 'wide'): Promise<string | null> {
  const bars = barsOf(one, language).toReversed();
  if (bars.length === 0) return null;
  const format = (value: number): string => value.toLocaleString(language === 'id' ? 'id-ID' : 'en-GB');
  const { init } = await (library ??= loaded());
  const { width, height, option } = (shape === 'wide' ? wide : narrow)(bars, format);
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  chart.setOption({ animation: false, ...option });
  const svg = chart.renderToSVGString();
  chart.dispose();
  return svg;
}

interface Bar {
  readonly name: string;
  readonly value: number;
}
type Drawing = (bars: readonly Bar[], format: (value: number) => string) => { readonly width: number; readonly height: number; readonly option: EChartsCoreOption };

const COLOR = { color: '#0054a6' };

const wide: Drawing = (bars, format) => ({
  width: 900, height: 80 + bars.length * 26,
  option: {
    grid: { left: MARGIN + LETTER * Math.max(...bars.map(({ name }) => name.length)), right: 110, top: 16, bottom: 32, outerBoundsMode: 'none' },
    xAxis: { type: 'value', axisLabel: { formatter: (value: number) => format(value) } },
    yAxis: { type: 'category', data: bars.map((bar) => bar.name) },
    series: [{ type: 'bar', data: bars.map((bar) => bar.value), itemStyle: COLOR, label: { show: true, position: 'right', formatter: ({ value }: { value: unknown }) => format(Number(value)) } }],
  },
});

const narrow: Drawing = (bars, format) => ({
  width: 320, height: 16 + bars.length * 46,
  option: {
    grid: { left: 1, right: 1, top: 12, bottom: 4, outerBoundsMode: 'none' },
    xAxis: { type: 'value', show: false },
    yAxis: { type: 'category', data: bars.map((bar) => bar.name), show: false },
    series: [{
      type: 'bar', barWidth: 14, data: bars.map((bar) => bar.value), itemStyle: COLOR,
      label: { show: true, position: [0, -18], align: 'left', fontSize: 13, color: '#182433', width: 318, overflow: 'truncate', formatter: ({ name, value }: { name: string; value: unknown }) => `${format(Number(value))} · ${name}` },
    }],
  },
});

function barsOf({ chart, columns }: Pick<PublicationEntity, 'chart' | 'columns'>, language: Language): Bar[] {
  const by = columns.find(({ name }) => name === chart?.key);
  // A code is known by its name; what is no code stays as it is.
  return (chart?.bars ?? []).map(({ code, value, incomplete }) => ({ name: `${(by && codeTitle(by, code, language)) ?? code}${incomplete ? ' *' : ''}`, value: Number(value) }));
}
