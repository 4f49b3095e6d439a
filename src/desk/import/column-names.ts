import { foldForSearch } from '../../language/fold.ts';
import type { ImportFieldName } from './import-fields.ts';

/**
 * What columns are called that hold a field, in the languages spoken here; folded, without blanks and
 * signs. The first field that fits a column gets it, so the more telling ones stand first.
 */
const names: readonly (readonly [field: ImportFieldName | 'id', words: string])[] = [
  [
    'id',
    'complaintid complaintno complaintnumber ticketid ticketno ticketnumber ticket caseid casenumber caseno case uniquekey id no number reference ref номер',
  ],
  [
    'opened_at',
    'openedat opened datereceived received receivedat createddate created createdat opendate dateopened date complaintdate datum дата получено',
  ],
  ['resolved_at', 'resolvedat resolved dateresolved resolutiondate'],
  ['closed_at', 'closedat closed closeddate dateclosed enddate затворено'],
  ['answer_due', 'due duedate answerdue deadline срок'],
  ['stage', 'stage status state статус състояние'],
  ['customer_id', 'customerid clientid customerno customernumber'],
  [
    'customer_name',
    'customername customer client clientname name fullname complainant complainantname contactname клиент име ονομα ime ชอ',
  ],
  [
    'customer_phone',
    'customerphone phone phonenumber telephone tel mobile телефон τηλεφωνο telefon โทรศพท',
  ],
  ['customer_email', 'customeremail email emailaddress mail имейл'],
  [
    'customer_account',
    'customeraccount account accountno accountnumber policy policynumber contract membership сметка',
  ],
  [
    'customer_address',
    'customeraddress address postaladdress streetaddress адрес διευθυνση adresa',
  ],
  ['customer_language', 'customerlanguage language lang език'],
  ['channel', 'channel submittedvia receivedvia method via канал'],
  [
    'words',
    'words description complaint complainttext details text narrative message comments comment body оплакване описание',
  ],
  ['restated', 'subject summary title тема'],
  ['product', 'product service item productname продукт'],
  ['cause', 'cause category issue reason complainttype type причина категория'],
  ['severity', 'severity priority urgency приоритет'],
  ['owner', 'owner assignedto assignee agent handledby handler служител'],
  ['chosen', 'remedy remedygiven compensation outcomeremedy'],
  ['chosen_amount', 'amount refund refundamount compensationamount sum сума'],
  ['chosen_currency', 'currency валута'],
  ['resolution', 'resolution resolutiondescription outcome response actiontaken решение'],
  ['root_cause', 'rootcause'],
  ['verdict', 'verdict upheld decision'],
  ['changed', 'improvement lessonlearned lessonslearned changemade'],
  ['score', 'score csat satisfactionscore rating satisfaction оценка'],
  ['satisfied', 'satisfied'],
  ['satisfaction_comment', 'satisfactioncomment feedback surveycomment'],
];

const plain = (name: string): string => foldForSearch(name).replaceAll(/[^\p{L}\p{N}]/gu, '');

/** @returns for each field the column that seems to hold it, by its name. */
export function fieldsByName(
  columns: readonly string[],
): ReadonlyMap<ImportFieldName | 'id', string> {
  const found = new Map<ImportFieldName | 'id', string>();
  const taken = new Set<string>();
  for (const [field, words] of names) {
    // Of several that fit, the word that stands first tells more.
    const known = words.split(' ');
    const [best] = columns
      .filter((column) => !taken.has(column) && known.includes(plain(column)))
      .sort((one, other) => known.indexOf(plain(one)) - known.indexOf(plain(other)));
    if (best === undefined) continue;
    found.set(field, best);
    taken.add(best);
  }
  return found;
}
