import type { MadeSourceShown, SOURCE_ENDPOINTS } from '../../contracts/sources';
import type { MadeSource } from '../../domain/subscribers/made-source';
import { fieldsRead, type SourceMapping } from '../../domain/subscribers/source-mapping';
import type { WishedMapping } from '../../domain/subscribers/made-attributes';
import { found, given, Refused } from '../errors';
import type { TrialView } from '../rooms/sources';
import type { Acts } from './act';

export const sourceActs: Acts<typeof SOURCE_ENDPOINTS> = {
  'sources.types': async ({ house, maySee }) => {
    const types = await house.sources.types();
    const seen = types.map(({ fields, ...type }) => ({
      ...type,
      fields: fields
        .filter(({ name }) => maySee(type.uid, [name]))
        .map(({ name, kind, words }) => ({ name, kind, words: [...words] })),
    }));
    return { results: seen.filter(({ fields }) => fields.length > 0) };
  },

  'sources.try': async ({ house, body, may, maySee }) => {
    readable(body, maySee);
    const trial = given(await house.sources.tryOut(body));
    const { looked, isCutShort, wouldAdd, alreadyOn, leftOut } = trial;
    const attributes = trial.attributes.map((one) => ({ ...one }));
    const shared = { looked, isCutShort, attributes };
    if (!may('subscriber.read')) return { ...shared, ...fitAlone(trial), examples: null };
    const examples = trial.examples.map(({ label, because }) => ({ label, because }));
    return { ...shared, wouldAdd, alreadyOn, leftOut: { ...leftOut }, examples };
  },

  'sources.create': async ({ house, body, by, maySee }) => {
    readable(body, maySee);
    return namesOf(given(await house.sources.create(body, by)));
  },

  'sources.find': async ({ house, params }) =>
    shown(found(await house.sources.find(params.id), 'no-such-source')),

  'sources.change': async ({ house, params, body: { changedAt, ...wish }, by, maySee }) => {
    const made = await house.sources.find(params.id);
    if (made) readable({ contentType: made.mapping.contentType, ...wish }, maySee);
    const seen = { id: params.id, changedAt };
    return namesOf(given(await house.sources.change(seen, wish, by)));
  },

  'sources.remove': async ({ house, params, body, by }) => {
    given(await house.sources.remove(params.id, body, by));
    return { started: true };
  },
};

/** Whom we know, or keep off, must not show: an entry of one's own making would tell of any address. */
function fitAlone({ wouldAdd, alreadyOn, leftOut }: TrialView) {
  const { suppressed = 0, ...others } = leftOut;
  return { wouldAdd: wouldAdd + alreadyOn + suppressed, alreadyOn: null, leftOut: others };
}

/**
 * A source is another way to what is in a type: it is open to those only to whom Strapi shows all of it.
 *
 * @throws Refused
 */
function readable(
  wish: Pick<WishedMapping, 'contentType' | 'fields' | 'attributes' | 'filter'>,
  maySee: (uid: string, fields: readonly string[]) => boolean,
): void {
  if (!maySee(wish.contentType, fieldsRead(wish))) throw new Refused('type-not-readable');
}

const namesOf = ({ id, list }: SourceMapping) => ({ id, list });

function shown(made: MadeSource & { readonly onList: number }): MadeSourceShown {
  const { id, contentType, list, fields, consentIs, wording, attributes, filter } = made.mapping;
  return {
    ...{ id, contentType, list, fields: { ...fields } },
    ...(consentIs ? { consentIs: [...consentIs] } : {}),
    ...(wording === undefined ? {} : { wording }),
    ...(attributes ? { attributes: attributes.map(({ name, field }) => ({ name, field })) } : {}),
    ...(filter ? { filter: { all: filter.all.map((one) => ({ ...one })) } } : {}),
    ...{ onList: made.onList, madeAt: made.madeAt, changedAt: made.changedAt },
  };
}
