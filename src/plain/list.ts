import type { Desk } from '../desk/desk.ts';
import { faultText } from '../desk/fault-text.ts';
import {
  type ComplaintSort,
  cellText,
  columnNamed,
  columnNames,
  columnsOf,
  countRows,
  keepColumns,
  type ListAsked,
  type ListRow,
  type ListRows,
  listColumns,
  MOST_COUNTED,
  readFilter,
  readRows,
  readRowsBefore,
} from '../desk/list-page.ts';
import { refusalText } from '../desk/refusal-text.ts';
import type { Voice } from '../desk/saying.ts';
import type { ComplaintId } from '../rules/values.ts';
import type { Lines } from './lines.ts';
import { type ListEntry, readListEntry } from './list-commands.ts';
import { ListTeller } from './list-teller.ts';

/** Where the agent goes from the list. */
export type PlainListChoice =
  | { readonly kind: 'open'; readonly id: ComplaintId }
  | { readonly kind: 'search'; readonly text: string }
  | { readonly kind: 'new' }
  | { readonly kind: 'back' }
  | { readonly kind: 'quit' };

/** Reads a complaint that was picked. @returns whether one comes back from it, or it is over */
export type OpenInLines = (id: ComplaintId) => Promise<'back' | 'quit'>;

/** How the list is opened. */
export interface PlainListStart {
  /** As it is typed: `stage:open owner:me kettle`. */
  readonly filter?: string;
}

/** So many lines can be listened to at once. */
const PAGE = 10;
/** More of a cell nobody listens to. */
const LONGEST_CELL = 160;

/**
 * The list of complaints as lines: a page of numbered ones at a time, with a filter, an order and
 * columns of one's own, as on the screen.
 * @param open where complaints are read that are picked, so that the list is as it was behind them
 * @returns where the agent goes from here
 * @throws Ended when nobody is there any more
 * @throws StoreError when the list cannot be read at first
 */
export async function listInLines(
  desk: Desk,
  voice: Voice,
  lines: Lines,
  start: PlainListStart = {},
  open?: OpenInLines,
): Promise<PlainListChoice> {
  const list = new PlainList(desk, new ListTeller(voice, lines));
  await list.begin(start.filter ?? '');
  for (;;) {
    const choice = await list.next();
    if (choice === undefined) continue;
    if (choice.kind !== 'open' || open === undefined) return choice;
    if ((await open(choice.id)) === 'quit') return { kind: 'quit' };
  }
}

class PlainList {
  readonly #desk: Desk;
  readonly #teller: ListTeller;
  #asked: ListAsked = {
    filter: {},
    sort: { by: 'opened_at', direction: 'desc' },
    columns: columnNames,
  };
  #rows: readonly ListRow[] = [];
  #begins = true;
  #ends = true;
  /** How many come before the first of the page; undefined where nobody counted. */
  #before: number | undefined = 0;

  constructor(desk: Desk, teller: ListTeller) {
    this.#desk = desk;
    this.#teller = teller;
  }

  async begin(filter: string): Promise<void> {
    this.#asked = { ...this.#asked, columns: await columnsOf(this.#desk) };
    await this.#filterBy(filter);
  }

  /** Asks once. @returns where to go, if anywhere */
  async next(): Promise<PlainListChoice | undefined> {
    const entry = readListEntry(await this.#teller.ask('plain.list.which'));
    try {
      return await this.#follow(entry);
    } catch (error) {
      const fault = faultText(this.#teller.voice.words, error);
      this.#teller.tellLine(fault);
      return undefined;
    }
  }

  async #follow(entry: ListEntry): Promise<PlainListChoice | undefined> {
    switch (entry.kind) {
      case 'line': {
        const row = this.#rows[entry.n - 1];
        if (row !== undefined) return { kind: 'open', id: row.id };
        this.#teller.tell('plain.list.no-line', { n: entry.n });
        return undefined;
      }
      case 'open':
        return { kind: 'open', id: entry.id };
      case 'search':
        return { kind: 'search', text: entry.text };
      case 'new':
      case 'back':
      case 'quit':
        return { kind: entry.kind };
      case 'filter':
        await this.#filterBy(entry.text);
        return undefined;
      case 'sort':
        await this.#sortBy(entry);
        return undefined;
      case 'columns':
        await this.#show(entry.names);
        return undefined;
      case 'help':
        this.#tellHelp();
        return undefined;
      case 'unknown':
        this.#teller.tell('plain.list.unknown', { typed: entry.text });
        return undefined;
      default:
        await this.#turnTo(entry.kind);
        return undefined;
    }
  }

  async #filterBy(text: string): Promise<void> {
    const { words } = this.#teller.voice;
    const { filter, refusals } = await readFilter(this.#desk, words, text);
    for (const refusal of refusals) this.#teller.tellLine(refusalText(words, refusal));
    // What was listed stays while something was not understood.
    if (refusals.length > 0) return;
    this.#asked = { ...this.#asked, filter };
    await this.#turnTo('first');
  }

  async #sortBy({ by, turned }: { readonly by: string; readonly turned: boolean }): Promise<void> {
    const sort = listColumns.find(({ name }) => name === by)?.sort;
    if (sort === undefined) {
      const known = listColumns.filter((each) => each.sort !== undefined).map(({ name }) => name);
      this.#teller.tell('plain.list.not-sorted', { known: known.join(', ') });
      return;
    }
    const usual: ComplaintSort['direction'] = sort === 'answer_due' ? 'asc' : 'desc';
    const other = usual === 'asc' ? 'desc' : 'asc';
    this.#asked = { ...this.#asked, sort: { by: sort, direction: turned ? other : usual } };
    await this.#turnTo('first');
  }

  async #show(names: ListAsked['columns']): Promise<void> {
    await keepColumns(this.#desk, names);
    this.#asked = { ...this.#asked, columns: await columnsOf(this.#desk) };
    await this.#turnTo('first');
  }

  async #turnTo(page: 'first' | 'last' | 'more' | 'before'): Promise<void> {
    if (page === 'more' && this.#ends) this.#teller.tell('plain.list.no-more');
    else if (page === 'before' && this.#begins) this.#teller.tell('plain.list.none-before');
    else if (page === 'first') await this.#tellPage(await this.#read(), 0);
    else if (page === 'more') {
      const before = this.#before === undefined ? undefined : this.#before + this.#rows.length;
      await this.#tellPage(await this.#read(this.#rows.at(-1)?.id), before);
    } else {
      const first = page === 'before' ? this.#rows[0]?.id : undefined;
      const read = await readRowsBefore(this.#desk, this.#asked, PAGE + 1, first);
      const rows = read.rows.slice(-PAGE);
      const begins = read.rows.length <= PAGE;
      const counted = page === 'before' ? this.#before : await countRows(this.#desk, this.#asked);
      const before = counted === undefined ? undefined : Math.max(0, counted - rows.length);
      this.#rows = rows;
      this.#begins = begins;
      this.#ends = page === 'last';
      await this.#tell(begins ? 0 : before);
    }
  }

  /** One more than is told tells whether there are more. */
  #read(behind?: ComplaintId): Promise<ListRows> {
    return readRows(this.#desk, this.#asked, PAGE + 1, behind);
  }

  async #tellPage({ rows }: ListRows, before: number | undefined): Promise<void> {
    this.#rows = rows.slice(0, PAGE);
    this.#begins = before === 0;
    this.#ends = rows.length <= PAGE;
    await this.#tell(before);
  }

  async #tell(before: number | undefined): Promise<void> {
    this.#before = before;
    if (this.#rows.length === 0) {
      this.#teller.tell('plain.list.nothing');
      return;
    }
    await this.#tellPlace(before);
    const { playbook } = this.#desk;
    const scene = { playbook, voice: this.#teller.voice, now: this.#desk.now() };
    for (const [at, row] of this.#rows.entries()) {
      const cells = this.#asked.columns
        .map((name) => cellText(row, name, scene).slice(0, LONGEST_CELL))
        .filter((text) => text !== '');
      this.#teller.tell('plain.numbered', { n: String(at + 1), choice: cells.join(', ') });
    }
  }

  async #tellPlace(before: number | undefined): Promise<void> {
    const total = await countRows(this.#desk, this.#asked);
    const most = total === undefined ? 'plain.list.place-many' : 'plain.list.place';
    if (before === undefined) {
      this.#teller.tell('plain.list.place-last', { count: this.#rows.length });
      return;
    }
    this.#teller.tell(most, {
      from: String(before + 1),
      to: String(before + this.#rows.length),
      total: String(total ?? MOST_COUNTED),
    });
  }

  #tellHelp(): void {
    const sorted = columnNames.filter((name) => columnNamed(name).sort !== undefined);
    this.#teller.tell('plain.list.help', {
      columns: columnNames.join(', '),
      sorted: sorted.join(', '),
    });
  }
}
