import { Flex, Typography } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';
import { useSay, type Word } from '../../../words';
import { useBuilder } from './builder-context';
import type { Missing } from './missing';

const WORDS: Readonly<Record<Missing, Word>> = {
  what: 'segments.missing-what',
  gone: 'segments.missing-gone',
  list: 'segments.missing-list',
  text: 'segments.missing-text',
  number: 'segments.missing-number',
  day: 'segments.missing-day',
  days: 'segments.missing-days',
  locale: 'segments.missing-language',
  part: 'segments.missing-part',
  'too-deep': 'segments.too-deep',
};

/** The id under which the note of a part is found by its controls. */
export const noteOf = (id: number): string => `segment-missing-${id}`;

/** While it is built, an empty choice says by itself that something has to be chosen. */
const SAY_SO_THEMSELVES: readonly Missing[] = ['what', 'list', 'locale'];

export const isNoted = (missing: Missing, isStrict: boolean): boolean =>
  isStrict || !SAY_SO_THEMSELVES.includes(missing);

/** What a part still needs: a hint while it is built, an error once it should have been saved. */
export function MissingNote({ of }: { readonly of: number }) {
  const say = useSay();
  const { missing, isStrict } = useBuilder();
  const what = missing.get(of);
  if (!what || !isNoted(what, isStrict)) return null;
  return (
    <Flex id={noteOf(of)} gap={2}>
      {isStrict && (
        <WarningCircle
          aria-hidden
          width="1.6rem"
          height="1.6rem"
          fill="danger600"
          style={{ flexShrink: 0 }}
        />
      )}
      <Typography variant="pi" textColor={isStrict ? 'danger600' : 'neutral600'}>
        {say(WORDS[what])}
      </Typography>
    </Flex>
  );
}
