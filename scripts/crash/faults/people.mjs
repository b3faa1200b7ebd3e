import { sendOut } from '../edition.mjs';
import { inFlight, whenQuiet } from '../strikes/moments.mjs';
import { ask, deleteCampaign, leave } from '../strikes/people.mjs';

const LEAVING = 5;

/** They leave by the link in what they got before. */
async function haveWrittenBefore({ site, people }) {
  if ((await site.sink.links()).size === 0) await sendOut(site, people, 'the edition before');
}

/** What people do meanwhile. */
export const OF_PEOPLE = {
  'readers leave between freeze and claim': {
    inCi: true,
    before: haveWrittenBefore,
    steps: [inFlight, ask('pause'), whenQuiet, leave(LEAVING), ask('resume')],
    uncertain: 0,
    skipped: LEAVING,
  },
  'campaign deleted while sending': { steps: [inFlight, deleteCampaign], uncertain: 0 },
};
