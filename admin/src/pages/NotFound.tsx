import { LinkButton } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';
import { NavLink } from 'react-router-dom';
import { EmptyState } from '../components/EmptyState';
import { paths } from '../paths';
import { useSay } from '../words';

export function NotFound() {
  const say = useSay();
  return (
    <Page.Main>
      <Page.Title>{say('menu.newsletters')}</Page.Title>
      <Layouts.Header title={say('menu.newsletters')} />
      <Layouts.Content>
        <EmptyState
          text={say('shared.no-such-page')}
          action={
            <LinkButton tag={NavLink} to={paths.home} variant="secondary">
              {say('menu.overview')}
            </LinkButton>
          }
        />
      </Layouts.Content>
    </Page.Main>
  );
}
