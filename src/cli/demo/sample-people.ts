/** Customers of the sample desk. All of them are made up; their numbers are kept free for fiction or lead nowhere. */
export interface SamplePerson {
  readonly name: string;
  readonly phone?: string;
  readonly email?: string;
  readonly account?: string;
  readonly language: 'en' | 'mn' | 'bg' | 'el' | 'bs' | 'th';
}

export const samplePeople = {
  maria: { name: 'Мария Петрова', phone: '+359 88 000 0101', language: 'bg' },
  ivan: { name: 'Иван Колев', email: 'ivan.kolev@example.org', language: 'bg' },
  desislava: { name: 'Десислава Тодорова', phone: '+359 88 000 0103', language: 'bg' },
  nikos: { name: 'Νίκος Αλεξίου', phone: '+30 69 0000 0101', language: 'el' },
  eleni: { name: 'Ελένη Παππά', email: 'eleni.pappa@example.org', language: 'el' },
  giorgos: { name: 'Γιώργος Δήμου', phone: '+30 69 0000 0103', language: 'el' },
  amra: { name: 'Amra Hodžić', phone: '+387 61 000 101', language: 'bs' },
  marko: { name: 'Marko Ilić', email: 'marko.ilic@example.org', language: 'bs' },
  emir: { name: 'Emir Begić', phone: '+387 61 000 103', language: 'bs' },
  bold: { name: 'Б. Болдбаатар', phone: '+976 9900 0101', language: 'mn' },
  saran: { name: 'Д. Сарангэрэл', phone: '+976 9900 0102', language: 'mn' },
  somchai: { name: 'สมชาย ใจดี', phone: '+66 2 000 0101', language: 'th' },
  malee: { name: 'มาลี แสงทอง', email: 'malee@example.org', language: 'th' },
  olivia: { name: 'Olivia Hart', phone: '+44 20 7946 0101', language: 'en' },
  james: { name: 'James Okoro', phone: '+44 20 7946 0102', account: 'K-20417', language: 'en' },
  priya: { name: 'Priya Nair', email: 'priya.nair@example.com', language: 'en' },
  tom: { name: 'Tom Whelan', phone: '+44 20 7946 0104', language: 'en' },
  grace: { name: 'Grace Lindqvist', email: 'grace@example.com', language: 'en' },
  hassan: { name: 'Hassan Demir', phone: '+44 20 7946 0106', language: 'en' },
  rosa: { name: 'Rosa Vidal', email: 'rosa.vidal@example.com', language: 'en' },
} as const satisfies Readonly<Record<string, SamplePerson>>;
