import type { ConversationView } from '../view.ts';
import { ChoiceView } from './choice-view.tsx';
import { CustomerView } from './customer-view.tsx';
import { OffersView } from './offers-view.tsx';
import { PromisesView } from './promises-view.tsx';
import { TextView } from './text-view.tsx';
import { WhenView } from './when-view.tsx';

/** What every field is drawn with. */
export interface FieldViewProps {
  readonly view: ConversationView;
  readonly columns: number;
  /** Rows for everything under the label. */
  readonly rows: number;
}

/** The field in hand. Each kind has its own view beside this file. */
export function FieldView(props: FieldViewProps) {
  const { field } = props.view;
  switch (field?.kind) {
    case 'text':
      return <TextView {...props} field={field} />;
    case 'choice':
      return <ChoiceView {...props} field={field} />;
    case 'customer':
      return <CustomerView {...props} field={field} />;
    case 'when':
      return <WhenView {...props} field={field} />;
    case 'offers':
      return <OffersView {...props} field={field} />;
    case 'promises':
      return <PromisesView {...props} field={field} />;
    default:
      return null;
  }
}
