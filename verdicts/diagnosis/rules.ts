import type { Rule } from './rule.ts';
import { badErrors } from './rules/bad-errors.ts';
import { buildsNeverEnd } from './rules/builds-never-end.ts';
import { failsItself } from './rules/fails-itself.ts';
import { forgets } from './rules/forgets.ts';
import { keepsUndeleted } from './rules/keeps-undeleted.ts';
import { lacksProperties } from './rules/lacks-properties.ts';
import { madeUpAnswers, sameAnswer } from './rules/made-up-answers.ts';
import { noAnswer } from './rules/no-answer.ts';
import { acceptsNull, refusesNothing } from './rules/refuses-nothing.ts';
import { refusesEverything } from './rules/refuses-everything.ts';
import { tokenRules } from './rules/tokens.ts';
import { unusableId } from './rules/unusable-id.ts';
import { wrapsAnswers } from './rules/wraps-answers.ts';
import { notGiven, notOffered, outOfBounds } from './rules/unjudged.ts';

/** Every rule, what is told by the surest evidence first: a requirement is explained by the first that covers it. */
export const RULES: readonly Rule[] = [
  ...noAnswer,
  notGiven,
  notOffered,
  refusesEverything,
  ...tokenRules,
  refusesNothing,
  acceptsNull,
  failsItself,
  wrapsAnswers,
  unusableId,
  sameAnswer,
  lacksProperties,
  madeUpAnswers,
  forgets,
  keepsUndeleted,
  buildsNeverEnd,
  badErrors,
  outOfBounds,
];
