import { describe, expect, test } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import { noPhone } from '../../src/store/phone-key.ts';
import { soughtCustomer } from '../../src/store/sought-customer.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const nina = { name: 'Нина', created_at: 1, updated_at: 1 };
const sought = soughtCustomer(nina, noPhone);

/** @returns what two windows import into one record with. */
async function twoWindows() {
  const path = `${temporaryFolder()}/record.db`;
  const one = await openStore({ path });
  const other = await openStore({ path });
  return {
    here: await one.importWriter(),
    there: await other.importWriter(),
    close: async () => {
      await one.close();
      await other.close();
    },
  };
}

describe('what an import knows without asking the record', () => {
  test('is taken back with the transaction in which it came', async () => {
    const { here, close } = await twoWindows();
    here.begin();
    here.within(() => here.addCustomerSource('old', '7', here.addCustomer(nina, sought)));
    expect(here.customerFrom('old', '7')).toBe(1);
    expect(here.hasCustomer(1)).toBe(true);
    here.rollBack();
    expect(here.customerFrom('old', '7')).toBeUndefined();
    expect(here.hasCustomer(1)).toBe(false);
    await close();
  });

  test('gives way to what another window has written meanwhile', async () => {
    const { here, there, close } = await twoWindows();
    here.atOnce(() => here.addCustomerSource('old', '7', here.addCustomer(nina, sought)));
    there.atOnce(() => there.addCustomerSource('old', '8', there.addCustomer(nina, sought)));
    expect(here.hasCustomer(2)).toBe(true);
    here.atOnce(() => {
      expect(here.customerFrom('old', '7')).toBe(1);
      expect(here.customerFrom('old', '8')).toBe(2);
      expect(here.hasCustomer(2)).toBe(true);
      expect(here.hasCustomer(3)).toBe(false);
      expect(here.addCustomer(nina, sought)).toBe(3);
      expect(here.hasCustomer(3)).toBe(true);
    });
    await close();
  });
});
