import type { Expectation } from '../../contracts/expectation.ts';

/** Whether an expectation may be judged on traffic that others sent, and why. */
interface OnRecordings {
  readonly judged: boolean;
  readonly why: string;
}

const yes = (why: string): OnRecordings => ({ judged: true, why });
const no = (why: string): OnRecordings => ({ judged: false, why });

/**
 * The suite knows that its own action is the first, the only one and untouched by others. A recording shows none of that:
 * so each kind of expectation says here what it may be held against. A new kind does not compile until it does.
 */
export const ON_RECORDINGS: Readonly<Record<Expectation['kind'], OnRecordings>> = {
  answered: no('a recorder may have left an answer out, and nobody sends the request again'),
  accepted: yes('a success shows itself; a refusal is left open, as the reason for it is not recorded'),
  rejected: yes(
    'an invalid body that was accepted shows itself; a refusal is left open, as no valid twin is recorded',
  ),
  status: yes('the status stands in the answer; one that may have other reasons is left open'),
  header: yes('the header stands in the answer; where headers were not kept it is left open'),
  json: yes('the form of the body stands in the answer'),
  conforms: yes('the shape of the body stands in the answer'),
  present: yes('what is there stands in the answer'),
  echo: yes('what was sent and what was answered stand in one exchange'),
  default: yes(
    'what was left out and what was answered stand in one exchange; what held on its day is what counts',
  ),
  value: yes('only on steps whose value follows from exchanges that were recorded before'),
  'secret-kept': yes('the secrets that a recording sets are known from its own requests'),
  'statuses-documented': yes('the statuses stand in the answer'),
  'names-fault': yes('the fault stands in the request, and the message in the answer'),
  'repeats-status': yes('the status and the body stand in one answer'),
  'unique-names': yes('the names stand in the answer'),
  'no-server-error': yes('the status stands in the answer'),
  'names-reason': yes('the status and the body stand in one answer'),
  'times-in-order': yes('both times stand in one answer'),
  'times-forward': yes('only against an earlier answer about the same action in the same recording'),
  'time-moves': yes('only against an earlier answer about the same action in the same recording'),
  'dated-now': no('the clock of the machine that recorded is not known'),
  'next-number': yes(
    'only against the deploy before of the same action, or its create; a greater number may be of a deploy by others',
  ),
  'new-id': yes(
    'only against another create in the same recording that was answered differently, or in one list',
  ),
  'reads-back': yes('only while `updated_at` shows no change since the answer that it is held against'),
  'same-as': no('that nobody changed anything between two answers only the suite knows of its own action'),
  echoes: yes('what was sent and what was answered stand in one exchange'),
  'new-version-id': yes('only against versions in the same recording'),
  'owner-named': yes('the version and its action stand in one exchange'),
  'deploys-draft': yes('only against the last answer about the action in the same recording'),
  'version-kept': yes('only against the last deploy in the same recording, while no newer version shows'),
  'version-shown': yes('only after a deploy in the same recording'),
  completeness: yes(
    'only after a deploy in the same recording, and while `updated_at` shows no change since',
  ),
  'not-deployed': yes(
    'only after a create in the same recording, and while `updated_at` shows no change since',
  ),
  'deployment-agrees': yes('the flag and the version stand in one answer'),
  counted: yes('the total and the actions stand in one answer'),
  'named-as-asked': yes('the name stands in the request'),
  listed: yes(
    'that it is listed shows itself; what is not may have been deleted unrecorded, and is left open',
  ),
  paged: yes('how many were asked for stands in the request'),
  'nothing-left': no('others may have been at work on the tenant'),
  'legal-steps': yes('only along the reads of one build in the same recording'),
  told: no('only the suite itself knows what it wanted to learn'),
};
