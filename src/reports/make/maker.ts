import type { ReportPart } from '../report.ts';
import type { Scene } from './scene.ts';

/** What makes one report. */
export interface ReportMaker {
  /** The figures whose meaning is told beneath it: `report.term.<name>`, `report.means.<name>`. */
  readonly terms: readonly string[];
  parts(scene: Scene): Promise<readonly ReportPart[]>;
}
