/**
 * The log is append-only, and SQLite itself sees to it. `INSERT OR REPLACE` deletes the row in its
 * way without asking a BEFORE DELETE trigger unless `recursive_triggers` is on, so an insert that
 * meets an existing key is refused as well. The one change that is let through takes away salt and
 * body together and nothing else: that is how a person is erased while the chain still holds.
 */
export const eventTriggers: readonly string[] = [
  `CREATE TRIGGER event_kept BEFORE DELETE ON event BEGIN
     SELECT RAISE(ABORT, 'the log is append-only: an event cannot be deleted');
   END`,
  `CREATE TRIGGER event_next BEFORE INSERT ON event
   WHEN NEW.seq IS NOT coalesce((SELECT max(seq) FROM event), 0) + 1
     OR EXISTS (SELECT 1 FROM event WHERE complaint_id = NEW.complaint_id AND n = NEW.n)
   BEGIN
     SELECT RAISE(ABORT, 'the log is append-only: an event comes after the newest');
   END`,
  `CREATE TRIGGER event_unchanged BEFORE UPDATE ON event
   WHEN NOT (
     NEW.salt IS NULL AND NEW.body IS NULL
     AND NEW.seq IS OLD.seq AND NEW.complaint_id IS OLD.complaint_id AND NEW.n IS OLD.n
     AND NEW.at IS OLD.at AND NEW.agent IS OLD.agent AND NEW.type IS OLD.type
     AND NEW.commitment IS OLD.commitment AND NEW.hash IS OLD.hash
   )
   BEGIN
     SELECT RAISE(ABORT, 'the log is append-only: an event cannot be changed');
   END`,
];
