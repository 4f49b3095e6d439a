import type { RecordField } from '../../store/record-fields.ts';
import { recordFields } from '../../store/record-fields.ts';
import { isImportField } from './import-fields.ts';
import type { FieldSource, Mapping } from './mapping.ts';

/** A layout that is known without a mapping file. */
export interface Preset {
  readonly name: 'amends' | 'nyc311' | 'cfpb';
  /** A file that has all these columns is one of these. */
  readonly knownBy: readonly string[];
  readonly mapping: Mapping;
}

const column = (...columns: readonly string[]): FieldSource => ({ columns });

const closed: Readonly<Record<string, string>> = {
  Open: 'open',
  Assigned: 'open',
  Started: 'open',
  Pending: 'open',
  'In Progress': 'open',
  Closed: 'closed',
};

/** New York City's 311 line, as published: <https://data.cityofnewyork.us>, "311 Service Requests". */
const nyc311: Mapping = {
  source: 'nyc311',
  id: ['Unique Key'],
  zone: 'America/New_York',
  fields: {
    opened_at: column('Created Date'),
    closed_at: column('Closed Date'),
    stage: { columns: ['Status'], values: closed },
    product: column('Agency'),
    cause: { columns: ['Complaint Type', 'Descriptor'], join: '/' },
    words: {
      columns: [
        'Complaint Type',
        'Descriptor',
        'Location Type',
        'Incident Address',
        'City',
        'Incident Zip',
      ],
      join: ', ',
    },
    resolution: column('Resolution Description'),
    channel: {
      columns: ['Open Data Channel Type'],
      values: { PHONE: 'phone', ONLINE: 'web', MOBILE: 'web', UNKNOWN: '', OTHER: '' },
    },
  },
  rest: 'keep',
  loose: true,
};

/** The Consumer Complaint Database of the US Consumer Financial Protection Bureau, as published. */
const cfpb: Mapping = {
  source: 'cfpb',
  id: ['Complaint ID'],
  zone: 'America/New_York',
  fields: {
    opened_at: column('Date received'),
    product: column('Product'),
    cause: { columns: ['Issue', 'Sub-issue'], join: '/' },
    words: column('Consumer complaint narrative'),
    channel: {
      columns: ['Submitted via'],
      values: { Web: 'web', Phone: 'phone', Email: 'email', 'Postal mail': 'letter' },
    },
    // The bureau says that a company has answered, and not when.
    stage: {
      columns: ['Company response to consumer'],
      values: {
        'In progress': 'open',
        'Untimely response': 'closed',
        Closed: 'closed',
        'Closed with explanation': 'closed',
        'Closed with monetary relief': 'closed',
        'Closed with non-monetary relief': 'closed',
        'Closed without relief': 'closed',
        'Closed with relief': 'closed',
      },
      otherwise: 'open',
    },
    resolution: column('Company response to consumer'),
    decision: column('Company public response'),
  },
  rest: 'keep',
  loose: true,
};

const own = (fields: readonly RecordField[]): Mapping['fields'] =>
  Object.fromEntries(
    fields
      .filter(({ name }) => isImportField(name))
      .map(({ name }) => [name, column(name)] as const),
  );

/** Our own export. */
const amends: Mapping = {
  source: 'amends',
  id: ['reference'],
  zone: 'UTC',
  fields: own(recordFields),
  rest: 'keep',
  loose: true,
  exact: true,
};

export const presets: readonly Preset[] = [
  { name: 'amends', knownBy: ['reference', 'stage', 'opened_at'], mapping: amends },
  { name: 'nyc311', knownBy: ['Unique Key', 'Created Date', 'Complaint Type'], mapping: nyc311 },
  { name: 'cfpb', knownBy: ['Complaint ID', 'Date received', 'Issue'], mapping: cfpb },
];

/** @returns the layout that a file's columns are, if it is a known one. */
export const presetFor = (columns: readonly string[]): Preset | undefined =>
  presets.find(({ knownBy }) => knownBy.every((name) => columns.includes(name)));
