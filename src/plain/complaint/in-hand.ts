import { actionNamed } from '../../desk/actions/index.ts';
import { runAction } from '../../desk/actions/run-action.ts';
import { type ComplaintPage, complaintPageOf } from '../../desk/complaint-page.ts';
import type { Desk } from '../../desk/desk.ts';
import { changesSince, changesText } from '../../desk/timeline.ts';
import { type ComplaintId, refOf } from '../../rules/values.ts';
import type { Telling } from '../telling.ts';
import type { PartSource } from './part.ts';

/** The complaint that is read out, as the record had it when it was last read. */
export class ComplaintInHand implements PartSource {
  readonly telling: Telling;
  readonly desk: Desk;
  readonly id: ComplaintId;
  /** How much of what happened was told. */
  told = 0;
  #page: ComplaintPage;

  constructor(telling: Telling, desk: Desk, page: ComplaintPage) {
    this.telling = telling;
    this.desk = desk;
    this.id = page.conversation.state.id;
    this.#page = page;
  }

  get page(): ComplaintPage {
    return this.#page;
  }

  /** @returns whether it could be read. */
  async reread(): Promise<boolean> {
    const page = await this.telling.attempt(() =>
      complaintPageOf(this.desk, this.telling.voice, this.id),
    );
    if (page === undefined) return false;
    this.#page = page;
    this.told = 0;
    return true;
  }

  /** Says who did what since the page was read, if anybody did. */
  async hearMeanwhile(): Promise<void> {
    const before = this.page.conversation.state;
    await this.telling.attempt(async () => {
      const changes = await changesSince(this.desk, this.telling.voice, before);
      const { name } = this.desk.agent;
      const text = changesText(this.telling.voice, name, changes, 'known');
      if (text === undefined) return;
      this.telling.tellBlock(text);
      await this.reread();
    });
  }

  /** Takes the last thing back, and says what that was. @returns whether it was */
  async takeBack(): Promise<boolean> {
    await this.hearMeanwhile();
    const { conversation, timeline } = this.page;
    const last = timeline.findLast(({ takenBack }) => !takenBack);
    const acted = await this.telling.attempt(() =>
      runAction(this.desk, this.telling.voice, conversation, actionNamed('undo'), {}),
    );
    if (acted === undefined) return false;
    if (!acted.ok) {
      for (const refusal of acted.refusals) this.telling.tellRefusal(refusal);
      return false;
    }
    this.telling.tell('plain.undone', { what: last?.words ?? refOf(this.id) });
    await this.reread();
    return true;
  }
}
