import type { Given } from '../../desk/actions/action.ts';
import { matchBinding } from '../kit/bindings.ts';
import type { Key } from '../kit/keys.ts';
import type { FieldSize } from './ask-field.ts';
import { formBindings } from './bindings.ts';
import { type ActionForm, anotherLine, partBack, submitPart, typeInForm } from './form.ts';

/** What a key comes to in a form. */
export type FormTaken =
  | { readonly form: ActionForm }
  | { readonly given: Given }
  | { readonly cancelled: true }
  | { readonly interrupted: true };

/** @returns what the key comes to; undefined when it does nothing here. */
export function takeFormKey(form: ActionForm, key: Key, size: FieldSize): FormTaken | undefined {
  switch (matchBinding(formBindings, key, { typing: true })) {
    case 'next':
      return submitPart(form);
    case 'back':
      return { form: partBack(form) ?? form };
    case 'another-line':
      return { form: anotherLine(form) };
    case 'cancel':
      return { cancelled: true };
    case 'interrupt':
      return { interrupted: true };
    case undefined: {
      const typed = typeInForm(form, key, size);
      return typed && { form: typed };
    }
  }
}
