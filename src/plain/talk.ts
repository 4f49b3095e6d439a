import { openConversation } from '../desk/act.ts';
import type { Desk } from '../desk/desk.ts';
import { keepPlace } from '../desk/place.ts';
import { sayingFor, sayingOnTakingOver, type Voice } from '../desk/saying.ts';
import type { Conversation } from '../rules/conversation.ts';
import type { QuestionName } from '../rules/questions.ts';
import type { SafeText } from '../terminal/safe-text.ts';
import { type OwnCommand, type PromptKind, readEntry } from './commands.ts';
import { tellHelp } from './help.ts';
import { tellKnown } from './known.ts';
import type { Lines } from './lines.ts';
import { tellSimilar } from './similar.ts';
import { type Answered, Asking } from './telling.ts';

/** A conversation between the program and the agent, line by line. */
export class Talk extends Asking {
  readonly desk: Desk;
  conversation: Conversation;
  /** The question in hand, which help is about. */
  question: QuestionName | undefined;
  /** The revision at which it was taken over from somebody else, if it was. */
  readonly #takenOver: number | undefined;

  constructor(
    desk: Desk,
    voice: Voice,
    lines: Lines,
    {
      conversation,
      takenOver,
    }: { readonly conversation: Conversation; readonly takenOver: boolean },
  ) {
    super(voice, lines);
    this.desk = desk;
    this.conversation = conversation;
    this.#takenOver = takenOver ? conversation.state.revision : undefined;
  }

  /** Says what can be said at a question: first who one is, where somebody else heard the story (P8). */
  suggestAt(question: QuestionName): void {
    const { desk, conversation, voice } = this;
    const isNew = this.#takenOver === conversation.state.revision;
    const saying = isNew ? sayingOnTakingOver : sayingFor;
    this.suggest(saying(desk, conversation, question, voice));
  }

  async ask(
    prompt: SafeText,
    kind: PromptKind,
    own: readonly OwnCommand[] = [],
  ): Promise<Answered> {
    for (;;) {
      const entry = readEntry(await this.typed(prompt), kind, own);
      if (entry.kind !== 'telling') return entry;
      if (entry.command === 'help') tellHelp(this, kind, own);
      else if (entry.command === 'known') await tellKnown(this);
      else if (entry.command === 'similar') await tellSimilar(this);
      else this.sayAnother();
    }
  }

  /** Keeps what is typed and not confirmed; a fault of the disk is told and costs nothing typed. */
  async keep(question: QuestionName, draft: string): Promise<void> {
    await this.attempt(() => keepPlace(this.desk, this.conversation, { question, draft }));
  }

  /** Another window went on with this complaint: looks at it as it is now. */
  async reread(): Promise<void> {
    const fresh = await openConversation(this.desk, this.conversation.state.id);
    if (fresh !== undefined) this.conversation = fresh;
  }
}
