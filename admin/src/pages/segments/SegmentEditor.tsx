import type { List } from '../../../../server/src/contracts/people';
import { useGetLocalesQuery } from '../../api/locales';
import { useGetListsQuery } from '../../api/lists';
import { useGetAttributesQuery } from '../../api/segments';
import { Loaded } from '../../components/Loaded';
import type { Attribute, Segment } from '../../segments/rule';
import { SegmentForm } from './SegmentForm';

interface SegmentEditorProps {
  /** None: a new one. */
  readonly segment?: Segment;
}

/** What there is to choose from. */
export interface Known {
  readonly attributes: readonly Attribute[];
  readonly lists: readonly List[];
  readonly locales: readonly string[];
}

/** The form, as soon as all that can be chosen in it is known. */
export function SegmentEditor({ segment }: SegmentEditorProps) {
  const attributes = useGetAttributesQuery();
  const lists = useGetListsQuery();
  const locales = useLocales();
  return (
    <Loaded of={attributes}>
      {({ results }) => (
        <Loaded of={lists}>
          {(known) => (
            <SegmentForm
              segment={segment}
              known={{ attributes: results, lists: known.results, locales }}
            />
          )}
        </Loaded>
      )}
    </Loaded>
  );
}

const WITHOUT_I18N = ['en', 'ja'];

/** The languages the site writes in; without the internationalization plugin, those the admin speaks. */
function useLocales(): readonly string[] {
  const { data } = useGetLocalesQuery();
  return data ? data.map(({ code }) => code) : WITHOUT_I18N;
}
