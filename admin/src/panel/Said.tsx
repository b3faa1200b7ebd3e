import { Flex, Link } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import type { EditionSummary } from '../../../server/src/contracts/editions';
import { useGetCommentsQuery } from '../api/comments';
import { CommentList } from '../comments/CommentList';
import { Disclosure } from '../components/Disclosure';
import { useFormat } from '../components/format';
import { paths } from '../paths';
import { useSay } from '../words';

const POLL_MS = 10_000;

/** What was said about the newest edition; it is answered on that edition's page. */
export function Said({ edition }: { readonly edition: EditionSummary }) {
  const say = useSay();
  const { number } = useFormat();
  const { data } = useGetCommentsQuery(edition.id, { pollingInterval: POLL_MS });
  if (!data || data.results.length === 0) return null;
  return (
    <Disclosure label={say('panel.comments', { count: number(data.results.length) })}>
      <Flex direction="column" alignItems="stretch" gap={3}>
        <CommentList comments={data.results} />
        <Link tag={NavLink} to={paths.edition(edition.campaignId, edition.id)}>
          {say('panel.open-edition')}
        </Link>
      </Flex>
    </Disclosure>
  );
}
