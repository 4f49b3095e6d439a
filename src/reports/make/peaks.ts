import { received } from '../../rules/figures/complaint-figures.ts';
import { groupings } from '../../rules/figures/groupings.ts';
import type { ReportRow } from '../report.ts';
import type { ReportMaker } from './maker.ts';
import { cell, count, share, text } from './scene.ts';

const hours = Array.from({ length: 24 }, (_, hour) => hour);

/** 1 January 2024 was a Monday. */
const dayOfWeek = (day: number): number => Date.UTC(2024, 0, 1 + day);

/** When complaints come in, by the day of the week and the hour: whom to have at the desk when (P46). */
export const peaks: ReportMaker = {
  terms: ['received', 'busiest'],
  async parts(scene) {
    const { counts } = await scene.take({ counts: { count: received, by: groupings.hour } });
    const { since, until } = scene.now;
    const language = scene.of.words.language === 'en' ? 'en-GB' : scene.of.words.language;
    const weekday = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' });
    const at = (day: number, hour: number) => counts.between(since, until, day * 24 + hour + 1);
    const days = Array.from({ length: 7 }, (_, day) => ({
      name: String(day + 1),
      label: weekday.format(dayOfWeek(day)),
      counts: hours.map((hour) => at(day, hour)),
    }));
    const all = days.flatMap((day) => day.counts).reduce((sum, one) => sum + one, 0);
    const busiest = days
      .flatMap(({ name, label, counts: many }) =>
        many.map((number, hour) => ({ name: `${name}-${hour}`, label, hour, number })),
      )
      .filter(({ number }) => number > 0)
      .toSorted((one, other) => other.number - one.number)
      .slice(0, 5);
    return [
      {
        name: 'hours',
        title: scene.say('report.part.hours'),
        columns: [
          scene.column('weekday'),
          ...hours.map((hour) => {
            const name = String(hour).padStart(2, '0');
            return { name, title: name };
          }),
        ],
        chart: { kind: 'heat' },
        empty: scene.say('report.empty.nothing'),
        rows:
          all === 0
            ? []
            : days.map(
                ({ name, label, counts: many }): ReportRow => ({
                  name,
                  cells: [
                    text(label),
                    ...many.map((number, hour) =>
                      cell(count(number), scene.list(`received:${name}-${hour}`)),
                    ),
                  ],
                }),
              ),
      },
      {
        name: 'busiest',
        title: scene.say('report.part.busiest'),
        columns: ['hour', 'received', 'share'].map((name) => scene.column(name)),
        chart: { kind: 'bars', value: 'received' },
        empty: scene.say('report.empty.nothing'),
        rows: busiest.map(({ name, label, hour, number }) => ({
          name,
          cells: [
            text(scene.say('report.hour', { day: label, from: clock(hour), to: clock(hour + 1) })),
            cell(count(number), scene.list(`received:${name}`)),
            cell(share(number, all)),
          ],
        })),
      },
    ];
  },
};

const clock = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;
