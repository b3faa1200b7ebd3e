import { Field, Flex, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { useState } from 'react';
import type { EditionDetail } from '../../../../server/src/contracts/editions';
import { useGetMessageQuery } from '../../api/editions';
import { useGetSubscribersQuery } from '../../api/people';
import { Card } from '../../components/Card';
import { Loaded } from '../../components/Loaded';
import { Skeleton } from '../../components/Skeleton';
import { LanguageChoice } from '../../message/LanguageChoice';
import { MessageFrame } from '../../message/MessageFrame';
import { ViewChoice } from '../../message/ViewChoice';
import { FIRST_VIEW } from '../../message/view';
import { useMay } from '../../permissions';
import { useSay } from '../../words';

/** The frozen mail, language by language, on the screens people read it on. */
export function AsReadersSeeIt({ edition }: { readonly edition: EditionDetail }) {
  const say = useSay();
  const { locales, defaultLocale, audience } = edition.content;
  const [view, setView] = useState(FIRST_VIEW);
  const [locale, setLocale] = useState(defaultLocale);
  const [reader, setReader] = useState<string>();
  const message = useGetMessageQuery({ id: edition.id, locale, reader });
  return (
    <Card title={say('desk.as-readers-see-it')}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Flex justifyContent="space-between" gap={4} wrap="wrap">
          <LanguageChoice locales={Object.keys(locales)} locale={locale} onChange={setLocale} />
          <ViewChoice view={view} onChange={setView} />
        </Flex>
        <ReaderChoice list={audience.include[0]} reader={reader} onChange={setReader} />
        <Loaded of={message} skeleton={<Skeleton rows={1} height="60vh" />}>
          {(shown) => <MessageFrame message={shown} view={view} />}
        </Loaded>
      </Flex>
    </Card>
  );
}

const SAMPLE = 'sample';
const HOW_MANY = 20;

interface ReaderChoiceProps {
  readonly list: string | undefined;
  readonly reader: string | undefined;
  readonly onChange: (reader: string | undefined) => void;
}

/** As whom: somebody invented, or one of the first readers of the list, masked. */
function ReaderChoice({ list, reader, onChange }: ReaderChoiceProps) {
  const say = useSay();
  const may = useMay();
  const { data } = useGetSubscribersQuery(
    { list, limit: HOW_MANY },
    { skip: !may('subscriber.read') || list === undefined },
  );
  if (!data || data.results.length === 0) return null;
  return (
    <Field.Root>
      <Field.Label>{say('desk.as-reader')}</Field.Label>
      <SingleSelect
        size="S"
        value={reader ?? SAMPLE}
        onChange={(id) => onChange(id === SAMPLE ? undefined : String(id))}
      >
        <SingleSelectOption value={SAMPLE}>{say('desk.sample-reader')}</SingleSelectOption>
        {data.results.map(({ id, label }) => (
          <SingleSelectOption key={id} value={id}>
            {label}
          </SingleSelectOption>
        ))}
      </SingleSelect>
    </Field.Root>
  );
}
