import type { Desk } from '../../../src/desk/desk.ts';

type Store = Desk['store'];
type Records = Store['read']['records'];

/**
 * @param around what is done at every look at records, given the look itself
 * @returns the desk with its store, whose records are looked at that way
 */
export function watchedDesk(desk: Desk, around: (look: Records) => Records): Desk {
  const read = new Proxy(desk.store.read, {
    get(target, name) {
      if (name === 'records') return around(target.records.bind(target));
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  // The store's methods use what is private to it.
  const store = new Proxy(desk.store, {
    get(target, name) {
      if (name === 'read') return read;
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  return { ...desk, store };
}
