import { Link } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import { ListTable } from '../../components/ListTable';
import { Loaded } from '../../components/Loaded';
import { Section, SectionNote } from '../../components/Section';
import { Skeleton } from '../../components/Skeleton';
import { useLists } from '../../components/useLists';
import { paths } from '../../paths';
import { useSay } from '../../words';

/** How many readers each list has, and whether it is in step. */
export function ListsCard() {
  const say = useSay();
  return (
    <Section
      title={say('menu.lists')}
      actions={
        <Link tag={NavLink} to={paths.lists}>
          {say('overview.all-lists')}
        </Link>
      }
    >
      <Loaded of={useLists()} skeleton={<Skeleton rows={2} />}>
        {({ results }) =>
          results.length === 0 ? (
            <SectionNote>{say('lists.none')}</SectionNote>
          ) : (
            <ListTable lists={results} />
          )
        }
      </Loaded>
    </Section>
  );
}
