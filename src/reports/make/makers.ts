import type { ReportName } from '../report.ts';
import { agents } from './agents.ts';
import { causes } from './causes.ts';
import { customers } from './customers.ts';
import type { ReportMaker } from './maker.ts';
import { peaks } from './peaks.ts';
import { promises } from './promises.ts';
import { remedies } from './remedies.ts';
import { satisfaction } from './satisfaction.ts';
import { standard } from './standard.ts';
import { summary } from './summary.ts';
import { times } from './times.ts';

export const makers: Readonly<Record<ReportName, ReportMaker>> = {
  summary,
  causes,
  times,
  remedies,
  promises,
  agents,
  peaks,
  satisfaction,
  customers,
  standard,
};
