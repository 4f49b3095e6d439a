import type { SetUp } from '../../desk/set-up.ts';
import type { GivenHours } from './read-given.ts';

/** How the desk is to be set up, from flags or from answers. What is not given stays as it is. */
export interface WantedSetUp {
  readonly setUp: SetUp;
  /** An IANA time zone. */
  readonly zone: string;
  readonly hours?: GivenHours | undefined;
  /** An ISO 4217 code. */
  readonly currency?: string | undefined;
  /** The shipped playbook is copied into the owner's folder, to be changed there. */
  readonly copyPlaybook?: boolean | undefined;
}
