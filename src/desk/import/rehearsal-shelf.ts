import type { KnownComplaint } from '../../store/import-known.ts';
import type { SoughtKeys } from '../../store/import-lookup.ts';
import type { ImportedComplaint, ImportWriter } from '../../store/import-writer.ts';
import type { SoughtCustomer } from '../../store/sought-customer.ts';
import type { NewCustomer } from '../../store/tables/customer.ts';
import type { Shelf } from './shelf.ts';

/**
 * The record as it would be: what is asked comes from the real one and from what was placed here
 * before; what is done is only remembered, so that nobody else's work waits for a rehearsal.
 */
export class RehearsalShelf implements Shelf {
  readonly #record: ImportWriter;
  readonly #complaints = new Map<string, KnownComplaint>();
  readonly #numbers = new Map<number, KnownComplaint>();
  readonly #customers = new Map<string, number>();
  readonly #froms = new Set<string>();
  readonly #people = new Map<number, string>();
  readonly #keys = new Map<string, number[]>();
  /** Numbers that nobody has yet; what it would really be is not told. */
  #next = Number.MAX_SAFE_INTEGER;

  constructor(record: ImportWriter) {
    this.#record = record;
  }

  complaintFrom(system: string, id: string) {
    return this.#complaints.get(`${system}\n${id}`) ?? this.#record.complaintFrom(system, id);
  }

  complaintOf(id: number) {
    return this.#numbers.get(id) ?? this.#record.complaintOf(id);
  }

  customerFrom(system: string, id: string): number | undefined {
    return this.#customers.get(`${system}\n${id}`) ?? this.#record.customerFrom(system, id);
  }

  hasCustomer(id: number): boolean {
    return this.#people.has(id) || this.#record.hasCustomer(id);
  }

  isFrom(system: string, customer: number): boolean {
    return this.#froms.has(`${system}\n${customer}`) || this.#record.isFrom(system, customer);
  }

  customersWith(sought: SoughtKeys) {
    const placed = keysIn(sought).flatMap((key) => this.#keys.get(key) ?? []);
    const ids = [...new Set(placed)].sort((one, other) => other - one);
    return [
      ...ids.map((id) => ({ id, name: this.#people.get(id) ?? '' })),
      ...this.#record.customersWith(sought),
    ];
  }

  addCustomer(customer: NewCustomer, sought: SoughtCustomer): number {
    const id = customer.id ?? this.#next--;
    this.#people.set(id, customer.name);
    const { key: phone } = sought.phones;
    const phones = { key: phone, same: phone === null ? [] : [phone] };
    for (const key of keysIn({ ...sought, phones })) {
      this.#keys.set(key, [...(this.#keys.get(key) ?? []), id]);
    }
    return id;
  }

  addCustomerSource(system: string, id: string, customer: number): void {
    this.#customers.set(`${system}\n${id}`, customer);
    this.#froms.add(`${system}\n${customer}`);
  }

  nextComplaint(): number {
    return this.#next--;
  }

  /** What was said is not kept: a file of a million rows would be all in memory. */
  addComplaint({ id, openedAt }: ImportedComplaint): void {
    this.#numbers.set(id, { id, openedAt, words: null });
  }

  addComplaintSource(system: string, id: string, complaint: number): void {
    const placed = this.#numbers.get(complaint);
    if (placed !== undefined) this.#complaints.set(`${system}\n${id}`, placed);
  }

  addOutcome(): void {}

  addEvent(): void {}
}

const keysIn = ({ phones, email, account }: SoughtKeys): readonly string[] => [
  ...phones.same.map((phone) => `phone ${phone}`),
  ...(email === null || email === '' ? [] : [`email ${email}`]),
  ...(account === null || account === '' ? [] : [`account ${account}`]),
];
