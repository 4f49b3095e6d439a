import type { Action } from '../desk/actions/action.ts';
import { actionNamed, actions } from '../desk/actions/index.ts';
import { runAction } from '../desk/actions/run-action.ts';
import { type ComplaintPage, complaintPageOf } from '../desk/complaint-page.ts';
import type { Desk } from '../desk/desk.ts';
import { canResume, type ProposedStep, proposedStep } from '../desk/proposed-action.ts';
import { refusalText } from '../desk/refusal-text.ts';
import { changesSince, changesText } from '../desk/timeline.ts';
import { type ComplaintId, refOf } from '../rules/values.ts';
import { actInLines } from './act-in-lines.ts';
import {
  type PartSource,
  tellCustomer,
  tellHead,
  tellOwed,
  tellRecord,
  tellSimilar,
  tellStory,
  tellTimeline,
  tellWhyDue,
} from './complaint-parts.ts';
import { askMenu, type PageCommand } from './menu.ts';
import { type Listed, tellNumbered } from './numbered.ts';
import type { Telling } from './telling.ts';

/** Where the agent goes from a complaint. */
export type ComplaintReply =
  | { readonly kind: 'back' }
  | { readonly kind: 'quit' }
  | { readonly kind: 'resume'; readonly id: ComplaintId }
  | { readonly kind: 'open'; readonly id: ComplaintId };

const commands = [
  { name: 'more', letter: 'm', label: 'plain.page.more-command' },
  { name: 'why', letter: 'w', label: 'plain.page.why' },
  { name: 'record', letter: 'r', label: 'plain.page.record' },
  { name: 'promised', letter: 'p', label: 'plain.page.promised' },
  { name: 'customer', letter: 'c', label: 'plain.page.customer' },
  { name: 'similar', letter: 's', label: 'plain.page.similar-command' },
  { name: 'cannot', letter: 'x', label: 'plain.page.cannot' },
  { name: 'options', letter: 'o', label: 'plain.page.actions-command' },
  { name: 'undo', letter: 'u', label: 'plain.page.undo' },
  { name: 'again', letter: 'a', label: 'plain.page.again' },
  { name: 'back', letter: 'b', label: 'plain.page.back' },
  { name: 'quit', letter: 'q', label: 'plain.today.quit' },
] as const satisfies readonly PageCommand<string>[];
type Command = (typeof commands)[number]['name'];

/** On its own nobody listens to more of what was before. */
const AT_FIRST = 3;

/** Something that can be done: an action of the desk, or going on with the conversation. */
type Step = Listed & { readonly id: ProposedStep };

/** A complaint in lines: it is read out, and everything can be done about it by its number. */
export class ComplaintInLines {
  readonly #telling: Telling;
  readonly #desk: Desk;
  readonly #id: ComplaintId;
  #page: ComplaintPage;
  /** What comes next where one came from, until something is done. */
  #next: ProposedStep | undefined;
  /** How much of what happened was told. */
  #told = 0;
  /** What can be done, as it was told last: the same is not told twice. */
  #toldSteps = '';

  private constructor(
    telling: Telling,
    desk: Desk,
    page: ComplaintPage,
    next: ProposedStep | undefined,
  ) {
    this.#telling = telling;
    this.#desk = desk;
    this.#page = page;
    this.#id = page.conversation.state.id;
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
    return page && new ComplaintInLines(telling, desk, page, next);
  }

  /**
   * Reads it out: who, where it stands, what is due and promised, what happened, what was before.
   * @param withHint also what else can be typed
   */
  tell(withHint: boolean): void {
    const source = this.#source;
    tellHead(source);
    tellStory(source);
    tellOwed(source);
    this.#told = tellTimeline(source);
    if (this.#page.similar.length > 0) tellSimilar(source, AT_FIRST);
    if (this.#page.conversation.customer !== undefined) tellCustomer(source, AT_FIRST);
    this.#toldSteps = '';
    if (!withHint) return;
    const also = commands.map(({ label }) => this.#telling.say(label)).join(', ');
    this.#telling.tell('plain.page.also', { commands: also });
  }

  /** Tells where it stands now, after something was done elsewhere. */
  async tellAnew(): Promise<void> {
    if (await this.#reread()) tellHead(this.#source);
  }

  /**
   * Tells what can be done, and does what is picked, until the agent goes elsewhere.
   * @throws Ended when nobody is there any more
   */
  async ask(): Promise<ComplaintReply> {
    for (;;) {
      const can = this.#steps();
      this.#tellSteps(can);
      const reply = await this.#follow(can);
      if (reply !== undefined) return reply;
    }
  }

  get #source(): PartSource {
    return { telling: this.#telling, desk: this.#desk, page: this.#page };
  }

  /** What can be done now, what comes next first. */
  #steps(): readonly Step[] {
    const { scene } = this.#page;
    const can: readonly ProposedStep[] = [
      ...(canResume(scene.conversation.state) ? (['resume'] as const) : []),
      ...actions.filter((action) => action.refuses(scene) === undefined).map(({ name }) => name),
    ];
    const wanted = this.#next ?? proposedStep(scene);
    const first = can.find((name) => name === wanted) ?? proposedStep(scene);
    const steps = [
      ...can.filter((name) => name === first),
      ...can.filter((name) => name !== first),
    ];
    return steps.map((id) => ({
      id,
      label: this.#telling.say(id === 'resume' ? 'action.resume' : `do.${id}`),
      ...(id === first ? { hint: this.#telling.say('plain.page.next') } : {}),
    }));
  }

  #tellSteps(can: readonly Step[]): void {
    const steps = can.map(({ id }) => id).join(' ');
    if (steps === this.#toldSteps) return;
    this.#toldSteps = steps;
    this.#telling.tellHeading(this.#telling.say('plain.page.actions'));
    tellNumbered(this.#telling, can);
  }

  /** Asks until what can be done has to be told anew. @returns where to go, if anywhere */
  async #follow(can: readonly Step[]): Promise<ComplaintReply | undefined> {
    for (;;) {
      const reply = await askMenu<Command>(this.#telling, {
        items: can,
        commands,
        prompted: ['back'],
        help: 'plain.page.help',
        exists: async (id) => (await this.#desk.store.read.complaint(id)) !== undefined,
      });
      switch (reply.kind) {
        case 'reference':
          return { kind: 'open', id: reply.id };
        case 'enter':
          break;
        case 'item': {
          const step = can[reply.at];
          if (step === undefined) break;
          if (step.id === 'resume') return { kind: 'resume', id: this.#id };
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
    const source = this.#source;
    switch (name) {
      case 'more':
        this.#told = tellTimeline(source, this.#told);
        return;
      case 'why':
        await this.#telling.attempt(() => tellWhyDue(source));
        return;
      case 'record':
        return tellRecord(source);
      case 'promised':
        return tellOwed(source, true);
      case 'customer':
        return tellCustomer(source, Number.POSITIVE_INFINITY);
      case 'similar':
        return tellSimilar(source, Number.POSITIVE_INFINITY);
      case 'cannot':
        return this.#tellCannot();
      case 'again':
        await this.#reread();
        return this.tell(false);
    }
  }

  /** What cannot be done now, with the reason and what would allow it. */
  #tellCannot(): void {
    const { scene } = this.#page;
    for (const action of actions) {
      const refusal = action.refuses(scene);
      if (refusal === undefined) continue;
      this.#telling.tell('plain.taken', {
        label: this.#telling.say(`do.${action.name}`),
        text: refusalText(this.#telling.voice.words, refusal),
      });
    }
    if (!canResume(scene.conversation.state)) {
      this.#telling.tell('plain.taken', {
        label: this.#telling.say('action.resume'),
        text: this.#telling.say('why-not.resume'),
      });
    }
  }

  async #act(action: Action): Promise<void> {
    // Whatever another window did by now is heard before anything is asked.
    await this.#hearMeanwhile();
    const { conversation } = this.#page;
    const done = await actInLines(this.#telling, this.#desk, action, conversation, async () =>
      tellStory(this.#source),
    );
    // Also when nothing was done: another window may have been the reason.
    await this.#reread();
    if (done === undefined) return;
    this.#next = undefined;
    tellHead(this.#source);
  }

  /** Takes the last thing back, and says what that was. */
  async #undo(): Promise<void> {
    await this.#hearMeanwhile();
    const { conversation, timeline } = this.#page;
    const last = timeline.findLast(({ takenBack }) => !takenBack);
    const acted = await this.#telling.attempt(() =>
      runAction(this.#desk, this.#telling.voice, conversation, actionNamed('undo'), {}),
    );
    if (acted === undefined) return;
    if (!acted.ok) {
      for (const refusal of acted.refusals) this.#telling.tellRefusal(refusal);
      return;
    }
    this.#next = undefined;
    this.#telling.tell('plain.undone', { what: last?.words ?? refOf(this.#id) });
    await this.#reread();
    tellHead(this.#source);
  }

  /** Says who did what since the page was read, if anybody did. */
  async #hearMeanwhile(): Promise<void> {
    const before = this.#page.conversation.state;
    await this.#telling.attempt(async () => {
      const changes = await changesSince(this.#desk, this.#telling.voice, before);
      const { name } = this.#desk.agent;
      const text = changesText(this.#telling.voice, name, changes, 'known');
      if (text === undefined) return;
      this.#telling.tellBlock(text);
      await this.#reread();
    });
  }

  /** @returns whether it could be read. */
  async #reread(): Promise<boolean> {
    const page = await this.#telling.attempt(() =>
      complaintPageOf(this.#desk, this.#telling.voice, this.#id),
    );
    if (page === undefined) return false;
    this.#page = page;
    this.#told = 0;
    return true;
  }
}
