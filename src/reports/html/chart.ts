import { drawnPart } from '../figure.ts';
import type { ReportPart } from '../report.ts';
import { barsChart } from './bars-chart.ts';
import { heatChart } from './heat-chart.ts';
import { linesChart } from './lines-chart.ts';
import { type Markup, nothing } from './markup.ts';
import type { PageScene } from './page-scene.ts';
import { paretoChart } from './pareto-chart.ts';

/** The picture of a part that has one. Its sizes are shares of the page's width and fixed heights. */
export function chartOf(whole: ReportPart, id: string, scene: PageScene): Markup {
  const part = drawnPart(whole);
  const { chart } = part;
  if (part.rows.length === 0) return nothing;
  switch (chart?.kind) {
    case 'bars':
      return barsChart(part, chart.value, id, scene);
    case 'pareto':
      return paretoChart(part, chart, id, scene);
    case 'lines':
      return linesChart(part, chart.values, id, scene);
    case 'heat':
      return heatChart(part, id, scene);
    default:
      return nothing;
  }
}
