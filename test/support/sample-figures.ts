import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generate } from '../../bench/generate.ts';
import { type FigureRecord, openRecord } from '../../src/desk/read-record.ts';
import { createMessages } from '../../src/language/messages.ts';
import { loadPlaybook } from '../../src/playbook/load-playbook.ts';
import { makeReport, type ReportAsked } from '../../src/reports/make-report.ts';
import type { Report } from '../../src/reports/report.ts';
import { millis } from '../../src/rules/values.ts';

/** A record of sample complaints that lie over five years, made by the rules of the desk. */
export async function sampleFigures(count: number): Promise<string> {
  const path = join(mkdtempSync(join(tmpdir(), 'amends-figures-')), 'figures.db');
  await generate(path, count);
  return path;
}

export async function openFigures(path: string): Promise<FigureRecord> {
  const record = await openRecord({ path, named: true });
  if (record === undefined) throw new Error('it was made just now');
  return record;
}

export const SAMPLE_ZONE = 'Europe/Sofia';

/** The generator's last complaints came in the first days of 2026. */
export const SAMPLE_NOW = millis(Date.UTC(2026, 0, 5, 12));

/** @returns a report of a record, in English. */
export async function reportOf(record: FigureRecord, asked: ReportAsked): Promise<Report> {
  const loaded = await loadPlaybook({ pack: 'small-business', language: 'en' });
  if (!loaded.ok) throw new Error('the playbook has faults');
  const { playbook } = loaded;
  const desk = { record, playbook, zone: SAMPLE_ZONE, now: SAMPLE_NOW };
  return makeReport(desk, asked, createMessages('en'));
}
