import type { ImportFieldName } from './import-fields.ts';
import { plainWord } from './plain-word.ts';

/**
 * What columns are called that hold a field, in the languages spoken here, without blanks. The first field that fits a column gets it, so the more telling ones stand first.
 */
const names: readonly (readonly [field: ImportFieldName | 'id', words: string])[] = [
  [
    'id',
    'complaintid complaintno complaintnumber ticketid ticketno ticketnumber ticket caseid casenumber caseno case uniquekey id no nr number reference ref номер дугаар αριθμός κωδικός broj เลขที่ หมายเลข',
  ],
  [
    'opened_at',
    'openedat opened datereceived received receivedat createddate created createdat opendate dateopened date complaintdate datum datumprijema дата получено огноо ημερομηνία วันที่ วันที่รับ',
  ],
  [
    'resolved_at',
    'resolvedat resolved dateresolved resolutiondate решено riješeno επιλύθηκε шийдвэрлэсэн',
  ],
  [
    'closed_at',
    'closedat closed closeddate dateclosed enddate затворено приключено zatvoreno έκλεισε хаасан วันที่ปิด',
  ],
  ['answer_due', 'due duedate answerdue deadline срок rok προθεσμία хугацаа กำหนด'],
  ['stage', 'stage status state статус състояние төлөв κατάσταση stanje สถานะ'],
  ['customer_id', 'customerid clientid customerno customernumber'],
  [
    'customer_name',
    'customername customer client clientname name fullname complainant complainantname contactname клиент име купувач нэр харилцагч όνομα πελάτης ονοματεπώνυμο ime kupac klijent ชื่อ ลูกค้า',
  ],
  [
    'customer_phone',
    'customerphone phone phonenumber telephone tel mobile телефон утас τηλέφωνο telefon โทรศัพท์ เบอร์โทร',
  ],
  ['customer_email', 'customeremail email emailaddress mail имейл имэйл epošta อีเมล'],
  [
    'customer_account',
    'customeraccount account accountno accountnumber policy policynumber contract membership сметка договор данс λογαριασμός račun ugovor บัญชี',
  ],
  [
    'customer_address',
    'customeraddress address postaladdress streetaddress адрес хаяг διεύθυνση adresa ที่อยู่',
  ],
  ['customer_language', 'customerlanguage language lang език хэл γλώσσα jezik ภาษา'],
  ['channel', 'channel submittedvia receivedvia method via канал суваг κανάλι kanal ช่องทาง'],
  [
    'words',
    'words description complaint complainttext details text narrative message comments comment body whathappened story problem оплакване описание гомдол тайлбар παράπονο περιγραφή σχόλια pritužba žalba opis ข้อร้องเรียน รายละเอียด',
  ],
  ['restated', 'subject summary title тема гарчиг θέμα naslov หัวข้อ'],
  [
    'product',
    'product service item productname продукт стока услуга бүтээгдэхүүн үйлчилгээ προϊόν υπηρεσία proizvod usluga สินค้า บริการ',
  ],
  [
    'cause',
    'cause category issue reason complainttype type причина категория шалтгаан ангилал αιτία κατηγορία razlog kategorija สาเหตุ ประเภท',
  ],
  ['severity', 'severity priority urgency приоритет зэрэглэл προτεραιότητα prioritet ความสำคัญ'],
  [
    'owner',
    'owner assignedto assignee agent handledby handler служител отговорник ажилтан υπάλληλος zaposlenik เจ้าหน้าที่ ผู้รับผิดชอบ',
  ],
  ['chosen', 'remedy remedygiven compensation outcomeremedy'],
  [
    'chosen_amount',
    'amount refund refundamount compensationamount sum сума дүн ποσό iznos จำนวนเงิน',
  ],
  ['chosen_currency', 'currency валута валют νόμισμα สกุลเงิน'],
  [
    'resolution',
    'resolution resolutiondescription outcome response actiontaken решение шийдвэр λύση rješenje การแก้ไข',
  ],
  ['root_cause', 'rootcause'],
  ['verdict', 'verdict upheld decision'],
  ['changed', 'improvement lessonlearned lessonslearned changemade'],
  [
    'score',
    'score csat satisfactionscore rating satisfaction оценка үнэлгээ βαθμολογία ocjena คะแนน',
  ],
  ['satisfied', 'satisfied'],
  ['satisfaction_comment', 'satisfactioncomment feedback surveycomment'],
];

/** @returns for each field the column that seems to hold it, by its name. */
export function fieldsByName(
  columns: readonly string[],
): ReadonlyMap<ImportFieldName | 'id', string> {
  const found = new Map<ImportFieldName | 'id', string>();
  const taken = new Set<string>();
  for (const [field, words] of names) {
    // Of several that fit, the word that stands first tells more.
    const known = words.split(' ').map(plainWord);
    const [best] = columns
      .filter((column) => !taken.has(column) && known.includes(plainWord(column)))
      .sort((one, other) => known.indexOf(plainWord(one)) - known.indexOf(plainWord(other)));
    if (best === undefined) continue;
    found.set(field, best);
    taken.add(best);
  }
  return found;
}
