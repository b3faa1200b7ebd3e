import type { EditionSummary } from '../../../server/src/contracts/editions';
import type { Permission } from '../../../server/src/names';
import type { EditionAct } from '../api/editions';
import type { Word } from '../words';

export interface ActWords {
  readonly act: EditionAct;
  readonly needed: Permission;
  readonly label: Word;
  readonly question: Word;
  /** What will happen. May use `name` and `readers`. */
  readonly consequence: Word;
  /** Instead of the dialog's "Cancel", where that would be the act itself. */
  readonly no?: Word;
  readonly done: Word;
  readonly variant: 'success' | 'secondary' | 'danger-light';
}

const WITHDRAW: ActWords = {
  act: 'withdraw',
  needed: 'campaign.submit',
  label: 'act.withdraw',
  question: 'act.withdraw-question',
  consequence: 'act.withdraw-consequence',
  done: 'act.withdraw-done',
  variant: 'secondary',
};
const START: ActWords = {
  act: 'start',
  needed: 'campaign.schedule',
  label: 'act.start',
  question: 'act.start-question',
  consequence: 'act.start-consequence',
  done: 'act.start-done',
  variant: 'success',
};
const PAUSE: ActWords = {
  act: 'pause',
  needed: 'campaign.control',
  label: 'act.pause',
  question: 'act.pause-question',
  consequence: 'act.pause-consequence',
  done: 'act.pause-done',
  variant: 'secondary',
};
const RESUME: ActWords = {
  act: 'resume',
  needed: 'campaign.control',
  label: 'act.resume',
  question: 'act.resume-question',
  consequence: 'act.resume-consequence',
  done: 'act.resume-done',
  variant: 'success',
};
/** The record of whom it went to ends with the backup. */
const RESUME_RESTORED: ActWords = {
  ...RESUME,
  consequence: 'act.resume-consequence-restored',
};
const CANCEL: ActWords = {
  act: 'cancel',
  needed: 'campaign.control',
  label: 'act.cancel',
  question: 'act.cancel-question',
  consequence: 'act.cancel-consequence',
  no: 'act.cancel-keep',
  done: 'act.cancel-done',
  variant: 'danger-light',
};

const ACTS: Readonly<Record<string, readonly ActWords[]>> = {
  'in-review': [WITHDRAW],
  approved: [START, WITHDRAW, CANCEL],
  scheduled: [WITHDRAW, CANCEL],
  freezing: [CANCEL],
  sending: [PAUSE, CANCEL],
  paused: [RESUME, CANCEL],
};

/** What can be done with an edition as it is. A held one may go on only if something of it went out. */
export function actsOn({ state, startedAt, heldBecause }: EditionSummary): readonly ActWords[] {
  if (state !== 'held') return ACTS[state] ?? [];
  if (startedAt === null) return [CANCEL];
  return [heldBecause === 'restored' ? RESUME_RESTORED : RESUME, CANCEL];
}
