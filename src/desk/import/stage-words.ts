import type { Stage } from '../../rules/steps.ts';
import { plainWord } from './plain-word.ts';

/** What other systems call the stages, in the languages spoken here. */
const words: Readonly<Record<Stage, readonly string[]>> = {
  open: [
    'open',
    'opened',
    'new',
    'active',
    'assigned',
    'started',
    'reopened',
    'to do',
    'in progress',
    'отворена',
    'отворено',
    'нова',
    'ново',
    'в процес',
    'нээлттэй',
    'шинэ',
    'ανοιχτό',
    'ανοιχτή',
    'ανοικτό',
    'νέο',
    'νέα',
    'otvoreno',
    'otvorena',
    'novo',
    'u toku',
    'เปิด',
    'ใหม่',
    'กำลังดำเนินการ',
  ],
  waiting: [
    'pending',
    'waiting',
    'on hold',
    'чака',
    'изчакване',
    'хүлээгдэж байна',
    'σε αναμονή',
    'na čekanju',
    'รอดำเนินการ',
  ],
  escalated: ['escalated', 'ескалирана', 'eskalirano'],
  resolved: [
    'resolved',
    'solved',
    'решена',
    'решено',
    'шийдвэрлэсэн',
    'επιλύθηκε',
    'λύθηκε',
    'riješeno',
    'แก้ไขแล้ว',
  ],
  closed: [
    'closed',
    'done',
    'complete',
    'completed',
    'finished',
    'затворена',
    'затворено',
    'приключена',
    'хаагдсан',
    'κλειστό',
    'έκλεισε',
    'zatvoreno',
    'zatvorena',
    'ปิด',
    'ปิดแล้ว',
    'เสร็จสิ้น',
  ],
};

const stageOf = new Map(
  Object.entries(words).flatMap(([stage, called]) =>
    called.map((word) => [plainWord(word), stage as Stage] as const),
  ),
);

/** @returns the stage that a word of another system means; undefined for one that is not known. */
export const stageCalled = (word: string): Stage | undefined => stageOf.get(plainWord(word));
