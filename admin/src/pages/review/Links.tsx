import { Flex, Typography } from '@strapi/design-system';
import { Card } from '../../components/Card';
import { useSay } from '../../words';

/** Each address a reader can click on, with the site it leads to in front. Not clickable: this is for reading. */
export function Links({ links }: { readonly links: readonly string[] }) {
  const say = useSay();
  return (
    <Card title={say('links.title', { count: links.length })}>
      {links.length === 0 && <Typography textColor="neutral600">{say('links.none')}</Typography>}
      <Flex tag="ol" direction="column" alignItems="stretch" gap={2}>
        {links.map((link) => (
          <li key={link}>
            <Typography tag="div" fontWeight="bold" textColor="neutral800">
              {siteOf(link)}
            </Typography>
            <Typography
              tag="div"
              variant="pi"
              textColor="neutral600"
              style={{ overflowWrap: 'anywhere' }}
            >
              {link}
            </Typography>
          </li>
        ))}
      </Flex>
    </Card>
  );
}

/** `mailto:` and `tel:` lead to no site; then what they lead to is all there is. */
function siteOf(link: string): string {
  try {
    const { host, pathname } = new URL(link);
    return host || pathname;
  } catch {
    return link;
  }
}
