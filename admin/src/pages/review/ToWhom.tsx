import { Flex, Typography } from '@strapi/design-system';
import type { EditionDetail } from '../../../../server/src/contracts/editions';
import { Card } from '../../components/Card';
import { Disclosure } from '../../components/Disclosure';
import { Fact, Facts } from '../../components/Facts';
import { LeftOut, sumOf } from '../../components/LeftOut';
import { Time, useFormat } from '../../components/format';
import { OnlyThoseIn } from '../../segments/OnlyThoseIn';
import { useSay } from '../../words';
import { Spread } from './Spread';

/** How many, of which lists, who does not get it and why; from whom and when. */
export function ToWhom({ edition }: { readonly edition: EditionDetail }) {
  const say = useSay();
  const { content, audience, wishedAt } = edition;
  return (
    <Card title={say('desk.to-whom')}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Readers edition={edition} />
        <Facts>
          <Fact label={say('desk.lists')}>
            <Lists of={edition.lists} />
          </Fact>
          <OnlyThoseIn segments={content.audience.segments} />
          {sumOf(audience.leftOut) > 0 && (
            <Fact label={say('desk.left-out')}>
              <LeftOut counts={audience.leftOut} />
            </Fact>
          )}
          <Fact
            label={say('label.sender')}
          >{`${content.from.name} <${content.from.address}>`}</Fact>
          {content.replyTo && <Fact label={say('label.reply-to')}>{content.replyTo}</Fact>}
          <Fact label={say('label.wished-at')}>
            {wishedAt === null ? (
              say('panel.by-hand')
            ) : (
              <Time at={wishedAt} zone={content.wishedAt?.zone} />
            )}
          </Fact>
        </Facts>
        <Disclosure label={say('desk.by-list-and-domain')}>
          <Spread editionId={edition.id} />
        </Disclosure>
      </Flex>
    </Card>
  );
}

function Readers({ edition: { audience, readersAtSubmit } }: { readonly edition: EditionDetail }) {
  const say = useSay();
  const { number } = useFormat();
  const { readers } = audience;
  const more = readers - readersAtSubmit;
  return (
    <div>
      <Typography tag="p" variant="beta" textColor="neutral800">
        {say('audience.readers', { count: readers, readers: number(readers) })}
      </Typography>
      {more !== 0 && (
        <Typography tag="p" variant="pi" textColor="neutral600">
          {say(more > 0 ? 'desk.more-since' : 'desk.fewer-since', {
            change: number(Math.abs(more)),
          })}
        </Typography>
      )}
    </div>
  );
}

function Lists({ of: { include, exclude } }: { readonly of: EditionDetail['lists'] }) {
  const say = useSay();
  const { list } = useFormat();
  if (exclude.length === 0) return list(include);
  return say('desk.lists-without', { include: list(include), exclude: list(exclude) });
}
