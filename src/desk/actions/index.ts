import type { Action } from './action.ts';
import { approve, decline, offer } from './approvals.ts';
import { callback, called, followup, heard, wait } from './contacts.ts';
import { close, reopen, resolve } from './endings.ts';
import { merge } from './merging.ts';
import { type ActionName, actionNames } from './names.ts';
import { note } from './notes.ts';
import { assign, escalate, giveBack, handover } from './owners.ts';
import { promiseAdd, promiseBreak, promiseDelay, promiseKeep, promiseTold } from './promises.ts';
import { refer } from './referring.ts';
import { redo, undo } from './taking-back.ts';

const byName: Readonly<Record<ActionName, Action>> = {
  note,
  assign,
  handover,
  escalate,
  refer,
  return: giveBack,
  wait,
  heard,
  callback,
  called,
  followup,
  'promise-add': promiseAdd,
  'promise-keep': promiseKeep,
  'promise-break': promiseBreak,
  'promise-delay': promiseDelay,
  'promise-told': promiseTold,
  offer,
  approve,
  decline,
  resolve,
  close,
  reopen,
  merge,
  undo,
  redo,
};

/** Everything that can be done to a complaint, in the order in which it is listed. */
export const actions: readonly Action[] = actionNames.map((name) => byName[name]);

/** @returns the one description of an action. */
export const actionNamed = (name: ActionName): Action => byName[name];
