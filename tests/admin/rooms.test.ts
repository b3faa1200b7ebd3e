import { paths } from '../../admin/src/paths';
import { firstRoom } from '../../admin/src/pages/rooms';
import type { Permission } from '../../server/src/names';

const holding =
  (...held: Permission[]) =>
  (permission: Permission) =>
    held.includes(permission);

describe('the room one comes into first', () => {
  it('is the overview for whoever may see campaigns', () => {
    expect(firstRoom(holding('campaign.read', 'list.read'))).toBe(paths.home);
  });

  it('is the first one may enter for whoever may see people alone', () => {
    expect(firstRoom(holding('list.read'))).toBe(paths.lists);
    expect(firstRoom(holding('subscriber.read', 'list.read'))).toBe(paths.subscribers);
  });

  it('is the overview, which says why not, for whoever may enter none', () => {
    expect(firstRoom(holding())).toBe(paths.home);
  });
});
