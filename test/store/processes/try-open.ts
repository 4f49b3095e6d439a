import { StoreError } from '../../../src/store/errors.ts';
import { openStore } from '../../../src/store/open-store.ts';

// Opens the record for reading or writing, as somebody without rights, and prints what came of it.
const [path = '', how = 'read'] = process.argv.slice(2);
try {
  const store = await openStore({ path, readonly: how === 'read', create: false });
  const found = await store.read.complaint(1001);
  process.stdout.write(found === undefined ? 'nothing' : 'found');
  await store.close();
} catch (error) {
  process.stdout.write(error instanceof StoreError ? error.code : String(error));
}
