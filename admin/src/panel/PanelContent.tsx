import { Typography } from '@strapi/design-system';
import { useSay } from '../words';

export default function PanelContent({ campaignId }: { readonly campaignId?: string }) {
  const say = useSay();
  if (!campaignId) return <Typography>{say('panel.save-first')}</Typography>;
  return null;
}
