import { castReaders } from './cast/readers.mjs';
import { SPRING, SUMMER } from './campaign/texts.mjs';
import { uploadPicture } from './campaign/write.mjs';
import { createClient } from './http/client.mjs';
import { letOneLeave } from './story/leaving.mjs';
import { letPeopleSignUp } from './story/people.mjs';
import { bringThroughReview } from './story/review.mjs';
import { send } from './story/sending.mjs';
import { setUp } from './story/set-up.mjs';

/** The main job, from an empty Strapi to a second campaign. Resolves to all that was seen on the way. */
export async function tellStory(world, printer) {
  const crowd = castReaders();
  const house = await setUp(createClient(world.playground.publicUrl), printer);
  const sync = await letPeopleSignUp({ world, crowd, staff: house.staff }, printer);

  const spring = await campaign({ ...house, texts: SPRING }, printer);
  printer.title('One reader leaves');
  const reader = crowd.find(({ fate, locale }) => fate === 'reader' && locale === 'en');
  const leaving = await letOneLeave({ world, staff: house.staff, reader }, printer);
  const summer = await campaign({ ...house, texts: SUMMER }, printer);
  const { length } = await world.catcher.mailsTo(leaving.address);
  printer.step(`the reader who left still has ${length} letter in the inbox, the first`);

  return { crowd, sync, leaving, staff: house.staff, campaigns: [spring, summer] };
}

async function campaign({ texts, ...house }, printer) {
  printer.title(`Campaign “${texts.name}”`);
  const picture = texts.hasPicture ? await uploadPicture(house.owner) : undefined;
  if (picture) printer.step(`a picture goes into the media library: ${picture.url}`);
  const reviewed = await bringThroughReview({ ...house, texts, picture }, printer);
  const sent = await send({ operator: house.staff.operator, edition: reviewed.edition }, printer);
  return { texts, picture, ...reviewed, ...sent };
}
