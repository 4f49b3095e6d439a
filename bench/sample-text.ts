/**
 * Text for sample complaints. Nobody in it exists: names are made of syllables, and every narrative
 * says that it is sample text. The six languages are there because searching and drawing them costs
 * differently.
 */

interface Tongue {
  readonly language: string;
  readonly syllables: readonly string[];
  readonly words: readonly string[];
  readonly joined?: boolean;
}

const split = (text: string): readonly string[] => text.split(' ');

const tongues: readonly Tongue[] = [
  {
    language: 'en',
    syllables: split('bar ken lo mi tas ren dor vel pin sal gor fen tim har wes lan'),
    words: split(
      'sample text the parcel came late and the box was torn nobody answered when I called twice about my order the lamp does not work and the bill is wrong please send another one or pay it back',
    ),
  },
  {
    language: 'bg',
    syllables: split('ба ра ми ла до ве ни ко пе тро ста на же ли бо го'),
    words: split(
      'примерен текст пратката закъсня и кутията беше скъсана никой не вдигна телефона лампата не работи сметката е грешна моля изпратете нова или върнете парите',
    ),
  },
  {
    language: 'el',
    syllables: split('κα λι νο πα ρε σο τα μι δη γιω αλε ξη θε φι βα στα'),
    words: split(
      'δείγμα κειμένου το δέμα άργησε και το κουτί ήταν σκισμένο κανείς δεν απάντησε όταν κάλεσα η λάμπα δεν λειτουργεί ο λογαριασμός είναι λάθος',
    ),
  },
  {
    language: 'mn',
    syllables: split('ба тө гүү сэ рэн болд нара оюун цэ цэг дорж эрд хү үн жар гал'),
    words: split(
      'жишээ бичвэр илгээмж хожимдож ирсэн хайрцаг урагдсан байсан хэн ч утас аваагүй дэнлүү ажиллахгүй байна төлбөр буруу мөнгийг буцааж өгнө үү',
    ),
  },
  {
    language: 'bs',
    syllables: split('šta žu ći đor ma la ne vi be ka ri to ša če mi du'),
    words: split(
      'ogledni tekst paket je zakasnio i kutija je bila poderana niko se nije javio kada sam zvao lampa ne radi račun je pogrešan molim pošaljite drugu',
    ),
  },
  {
    language: 'th',
    syllables: split('สม ชาย ใจ ดี วัน นา มา ลี ศรี พร กิ ตติ รัตน์ ทอง แก้ว บุญ'),
    words: split(
      'ข้อความ ตัวอย่าง พัสดุ มาช้า และ กล่อง ฉีก ขาด ไม่มี ใคร รับ สาย โคมไฟ ไม่ ทำงาน ใบแจ้งหนี้ ผิด กรุณา ส่ง ใหม่ หรือ คืน เงิน',
    ),
    joined: true,
  },
];

/** Whole numbers that are the same at every run: mulberry32. */
export function dice(seed: number): (sides: number) => number {
  let state = seed >>> 0;
  return (sides) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides;
  };
}

type Roll = ReturnType<typeof dice>;

const one = <Item>(roll: Roll, items: readonly Item[]): Item => items[roll(items.length)] as Item;

/** English half of the time, the others alike. */
const tongueOf = (roll: Roll): Tongue =>
  (roll(2) === 0 ? tongues[0] : one(roll, tongues)) as Tongue;

/** @returns somebody who does not exist. */
export function samplePerson(roll: Roll): { readonly name: string; readonly language: string } {
  const tongue = tongueOf(roll);
  const name = (): string => {
    const text =
      one(roll, tongue.syllables) + one(roll, tongue.syllables) + one(roll, tongue.syllables);
    return text.charAt(0).toUpperCase() + text.slice(1);
  };
  return { name: `${name()} ${name()}`, language: tongue.language };
}

/** @returns some sentences of sample text, about 120 to 400 characters. */
export function sampleNarrative(roll: Roll): string {
  const tongue = tongueOf(roll);
  const length = 20 + roll(50);
  const words = Array.from({ length }, () => one(roll, tongue.words));
  return words.join(tongue.joined ? '' : ' ');
}
