import { expect, test } from 'vitest';
import { deskWith } from '../screens/list/many-complaints.ts';
import { work } from './work-desk.ts';

test('the reports are a numbered choice of ten, and each is told in sentences', async () => {
  const { output, outcome } = await work(await deskWith(5), ['r', '1', 'r', '2', 'q']);
  expect(output).toContain('Which report:\n  1. Summary, How things stand');
  expect(output).toContain('  10. Standard figures,');
  expect(output).toMatch(/^Summary, 23 October\s–\s21 November 2026$/m);
  expect(output).toContain('  1. received: now 5, before 0, change none.');
  expect(output).toMatch(/^ {2}1\. .*: received 2, share 40 % \(2 of 5\)/m);
  expect(output).not.toMatch(/[▀-▟●]/);
  expect(outcome).toBe('left');
});

test('a number of a report leads to the complaints behind that line, and back again', async () => {
  const { output } = await work(await deskWith(5), ['1', '1', 'b', 'b', 'b', 'q'], {
    kind: 'reports',
  });
  expect(output).toContain('1 to 5 of 5 complaints.');
  expect(output.match(/^Which report:$/gm)).toHaveLength(1);
});

test('the period, the steps and a filter are asked for, or said in one go', async () => {
  const typed = [
    '1',
    'p',
    '10',
    's week',
    'f owner:Sam cause:delivery',
    'f ownr:x',
    'f since:monday',
    'p 1 nov to 15 nov',
    'p nonsense',
    'f',
  ];
  const { output } = await work(await deskWith(5), typed, { kind: 'reports' });
  expect(output).toContain('Of when:\n  1. last 30 days\n');
  expect(output).toMatch(/^Summary, 21 November 2026$/m);
  expect(output).toContain('Only owner Sam, cause');
  expect(output).toContain('Nothing is filtered by “ownr:”.');
  expect(output).toContain('Dates are not part of the filter here');
  expect(output).toMatch(/^Summary, 1\s?–\s?15 November 2026$/m);
  expect(output).toContain('That is no date');
});

test('what is nothing here is told, help says what is, and a reference opens its complaint', async () => {
  const { output } = await work(await deskWith(3), ['1', 'xyzzy', 'h', 'C-1002', 'b', 'b', 'q'], {
    kind: 'reports',
  });
  expect(output).toContain('“xyzzy” is nothing on this page');
  expect(output).toContain('p last month, or p 1 nov to 15 nov, in one go');
  expect(output).toMatch(/C-1002/);
});

test('a report that is named is told at once', async () => {
  const { output } = await work(await deskWith(3), ['q'], { kind: 'reports', name: 'peaks' });
  expect(output).toMatch(/^Busy hours, /);
});
