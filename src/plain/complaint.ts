import type { Action } from '../desk/actions/action.ts';
import { actionNamed } from '../desk/actions/index.ts';
import { complaintPageOf } from '../desk/complaint-page.ts';
import type { Desk } from '../desk/desk.ts';
import type { ProposedStep } from '../desk/proposed-action.ts';
import type { ComplaintId } from '../rules/values.ts';
import { actInLines } from './act-in-lines.ts';
import { type Command, commands } from './complaint/commands.ts';
import { tellCustomer } from './complaint/customer.ts';
import { tellHead, tellStory } from './complaint/head.ts';
import { ComplaintInHand } from './complaint/in-hand.ts';
import { tellOwed } from './complaint/owed.ts';
import { tellRecord } from './complaint/record.ts';
import { tellSimilar } from './complaint/similar.ts';
import { type Step, stepsOf, tellCannot } from './complaint/steps.ts';
import { tellTimeline } from './complaint/timeline.ts';
import { tellWhyDue } from './complaint/why-due.ts';
import { askMenu } from './menu.ts';
import { tellNumbered } from './numbered.ts';
import type { Telling } from './telling.ts';

/** Where the agent goes from a complaint. */
export type ComplaintReply =
  | { readonly kind: 'back' }
  | { readonly kind: 'quit' }
  | { readonly kind: 'resume'; readonly id: ComplaintId }
  | { readonly kind: 'open'; readonly id: ComplaintId };

/** On its own nobody listens to more of what was before. */
const AT_FIRST = 3;

/** A complaint in lines: it is read out, and everything can be done about it by its number. */
export class ComplaintInLines {
  readonly #complaint: ComplaintInHand;
  /** What comes next where one came from, until something is done. */
  #next: ProposedStep | undefined;
  /** What can be done, as it was told last: the same is not told twice. */
  #toldSteps = '';

  private constructor(complaint: ComplaintInHand, next: ProposedStep | undefined) {
    this.#complaint = complaint;
    this.#next = next;
  }

  /**
   * @param next what comes next about it, where that is known
   * @returns undefined when there is no complaint of that number
   * @throws StoreError when the record cannot be read
   */
  static async open(
    telling: Telling,
    desk: Desk,
    id: ComplaintId,
    next?: ProposedStep,
  ): Promise<ComplaintInLines | undefined> {
    const page = await complaintPageOf(desk, telling.voice, id);
    return page && new ComplaintInLines(new ComplaintInHand(telling, desk, page), next);
  }

  /**
   * Reads it out: who, where it stands, what is due and promised, what happened, what was before.
   * @param withHint also what else can be typed
   */
  tell(withHint: boolean): void {
    const complaint = this.#complaint;
    const { telling, page } = complaint;
    tellHead(complaint);
    tellStory(complaint);
    tellOwed(complaint);
    complaint.told = tellTimeline(complaint);
    if (page.similar.length > 0) tellSimilar(complaint, AT_FIRST);
    if (page.conversation.customer !== undefined) tellCustomer(complaint, AT_FIRST);
    this.#toldSteps = '';
    if (!withHint) return;
    const also = commands.map(({ label }) => telling.say(label)).join(', ');
    telling.tell('plain.page.also', { commands: also });
  }

  /** Tells where it stands now, after something was done elsewhere. */
  async tellAnew(): Promise<void> {
    if (await this.#complaint.reread()) tellHead(this.#complaint);
  }

  /**
   * Tells what can be done, and does what is picked, until the agent goes elsewhere.
   * @throws Ended when nobody is there any more
   */
  async ask(): Promise<ComplaintReply> {
    for (;;) {
      const can = stepsOf(this.#complaint, this.#next);
      this.#tellSteps(can);
      const reply = await this.#follow(can);
      if (reply !== undefined) return reply;
    }
  }

  #tellSteps(can: readonly Step[]): void {
    const steps = can.map(({ id }) => id).join(' ');
    if (steps === this.#toldSteps) return;
    this.#toldSteps = steps;
    const { telling } = this.#complaint;
    telling.tellHeading(telling.say('plain.page.actions'));
    tellNumbered(telling, can);
  }

  /** Asks until what can be done has to be told anew. @returns where to go, if anywhere */
  async #follow(can: readonly Step[]): Promise<ComplaintReply | undefined> {
    const { telling, desk, id } = this.#complaint;
    for (;;) {
      const reply = await askMenu<Command>(telling, {
        items: can,
        commands,
        prompted: ['back'],
        help: 'plain.page.help',
        exists: async (other) => (await desk.store.read.complaint(other)) !== undefined,
      });
      switch (reply.kind) {
        case 'reference':
          return { kind: 'open', id: reply.id };
        case 'enter':
          break;
        case 'item': {
          const step = can[reply.at];
          if (step === undefined) break;
          if (step.id === 'resume') return { kind: 'resume', id };
          await this.#act(actionNamed(step.id));
          return undefined;
        }
        case 'command':
          if (reply.name === 'back' || reply.name === 'quit') {
            return { kind: reply.name };
          }
          if (reply.name === 'undo') {
            await this.#undo();
            return undefined;
          }
          if (reply.name === 'options') {
            this.#toldSteps = '';
            return undefined;
          }
          await this.#tellMore(reply.name);
          if (reply.name === 'again') return undefined;
      }
    }
  }

  async #tellMore(name: Exclude<Command, 'undo' | 'options' | 'back' | 'quit'>): Promise<void> {
    const complaint = this.#complaint;
    switch (name) {
      case 'more':
        complaint.told = tellTimeline(complaint, complaint.told);
        return;
      case 'why':
        await complaint.telling.attempt(() => tellWhyDue(complaint));
        return;
      case 'record':
        return tellRecord(complaint);
      case 'promised':
        return tellOwed(complaint, true);
      case 'customer':
        return tellCustomer(complaint, Number.POSITIVE_INFINITY);
      case 'similar':
        return tellSimilar(complaint, Number.POSITIVE_INFINITY);
      case 'cannot':
        return tellCannot(complaint);
      case 'again':
        await complaint.reread();
        return this.tell(false);
    }
  }

  async #act(action: Action): Promise<void> {
    const complaint = this.#complaint;
    // Whatever another window did by now is heard before anything is asked.
    await complaint.hearMeanwhile();
    const { telling, desk, page } = complaint;
    const done = await actInLines(telling, desk, action, page.conversation, async () =>
      tellStory(complaint),
    );
    // Also when nothing was done: another window may have been the reason.
    await complaint.reread();
    if (done === undefined) return;
    this.#next = undefined;
    tellHead(complaint);
  }

  async #undo(): Promise<void> {
    if (!(await this.#complaint.takeBack())) return;
    this.#next = undefined;
    tellHead(this.#complaint);
  }
}
