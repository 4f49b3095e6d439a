/** The highest numbers there are. */
export interface Highest {
  readonly complaint: number;
  readonly customer: number;
}

/** A complaint that is here already, as far as others that come are compared with it. */
export interface KnownComplaint {
  readonly id: number;
  readonly openedAt: number;
  /** What the customer said. */
  readonly words: string | null;
}

/** Some fifteen megabytes. */
const mostCustomers = 100_000;

/**
 * What an import knows of the record without asking: whom it has met, and above which numbers there is
 * nobody. Both hold only as long as nobody else has written.
 */
export class ImportKnown {
  readonly #customers = new Map<string, number>();
  /** Those that came in the transaction in hand and are not written yet, by their number here. */
  readonly #waiting = new Map<number, KnownComplaint>();
  /** The numbers of the same, by where they come from. */
  readonly #complaints = new Map<string, number>();
  #version: number | undefined;
  #complaint = Number.POSITIVE_INFINITY;
  #customer = Number.POSITIVE_INFINITY;

  /**
   * A transaction has begun, in which nobody else can write.
   * @param version a number that is another one when somebody else has written since the last
   */
  begin(version: number, { complaint, customer }: Highest): void {
    if (version !== this.#version) this.#customers.clear();
    this.#version = version;
    this.#complaint = complaint;
    this.#customer = customer;
  }

  /** It has ended: whatever comes now may be another's. */
  end(): void {
    this.#complaint = Number.POSITIVE_INFINITY;
    this.#customer = Number.POSITIVE_INFINITY;
  }

  /** It was taken back, and with it whoever came in it. */
  forget(): void {
    this.end();
    this.written();
    this.#customers.clear();
  }

  /** @returns which customer somebody of another system is here, if they are known. */
  customer(system: string, id: string): number | undefined {
    return this.#customers.get(`${system}\n${id}`);
  }

  rememberCustomer(system: string, id: string, customer: number): void {
    if (this.#customers.size >= mostCustomers) this.#customers.clear();
    this.#customers.set(`${system}\n${id}`, customer);
  }

  /** @returns a complaint that came just now. */
  waiting(id: number): KnownComplaint | undefined {
    return this.#waiting.get(id);
  }

  addComplaint(complaint: KnownComplaint): void {
    this.#waiting.set(complaint.id, complaint);
    this.added('complaint', complaint.id);
  }

  /** @returns which complaint another system's is here, if it came just now. */
  complaint(system: string, id: string): number | undefined {
    return this.#complaints.get(`${system}\n${id}`);
  }

  rememberComplaint(system: string, id: string, complaint: number): void {
    this.#complaints.set(`${system}\n${id}`, complaint);
  }

  /** What came is written, and can be asked. */
  written(): void {
    this.#waiting.clear();
    this.#complaints.clear();
  }

  /** @returns whether a number is above all there are. */
  isFree(table: keyof Highest, id: number): boolean {
    return id > (table === 'complaint' ? this.#complaint : this.#customer);
  }

  /** @returns the number that comes next; asked inside a transaction. */
  next(table: keyof Highest): number {
    return 1 + (table === 'complaint' ? this.#complaint : this.#customer);
  }

  added(table: keyof Highest, id: number): void {
    if (!this.isFree(table, id)) return;
    if (table === 'complaint') this.#complaint = id;
    else this.#customer = id;
  }
}
