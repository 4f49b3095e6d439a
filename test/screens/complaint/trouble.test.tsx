import { expect, it } from 'vitest';
import type { Desk } from '../../../src/desk/desk.ts';
import { complaintId } from '../../../src/rules/values.ts';
import { StoreError, type StoreErrorCode } from '../../../src/store/errors.ts';
import type { Store } from '../../../src/store/open-store.ts';
import { deskOfThree, promisedKettle } from '../../desk/actions/at-an-action.ts';
import { openScreens } from './at-the-page.tsx';

const page = { kind: 'complaint', id: complaintId(1001) } as const;

/** A desk whose disk can be made to refuse. */
async function deskWithTrouble(): Promise<{ desk: Desk; refuse: (code?: StoreErrorCode) => void }> {
  const desk = await deskOfThree();
  let trouble: StoreErrorCode | undefined;
  const transact: Store['transact'] = (work) =>
    trouble === undefined
      ? desk.store.transact(work)
      : Promise.reject(new StoreError(trouble, { path: desk.store.path }));
  const store = new Proxy(desk.store, {
    get: (real, name) => {
      if (name === 'transact') return transact;
      const value: unknown = Reflect.get(real, name);
      return typeof value === 'function' ? value.bind(real) : value;
    },
  });
  return {
    desk: { ...desk, store },
    refuse: (code) => {
      trouble = code;
    },
  };
}

it.each([
  ['full', 'The disk is full'],
  ['locked', 'Another program is writing to the record.'],
] as const)(
  'a disk that is %s is told over the form, what is typed stays, and the next Enter does it',
  async (code, said) => {
    const { desk, refuse } = await deskWithTrouble();
    await promisedKettle(desk);
    const sam = await openScreens(desk, page);
    await sam.press('e');
    await sam.type('He asks for a manager.');
    refuse(code);
    await sam.press('enter');
    await sam.see(`! ${said}`);
    await sam.see('Why  He asks for a manager.');
    refuse();
    await sam.press('enter');
    await sam.see('C-1001 is with a supervisor now.');
    await sam.dontSee(said);
  },
);

it('whoever meets the page for the first time is told how it is used, and never again', async () => {
  const desk = await deskOfThree();
  await promisedKettle(desk);
  const first = await openScreens(desk, page);
  await first.see('a lists all that can be done');
  await first.unmount();
  const second = await openScreens(desk, page);
  await second.press('2');
  await second.see('In their own words');
  expect(second.terminal.text()).not.toContain('lists all that can be done');
});
