import { Button, Flex, Link, Typography } from '@strapi/design-system';
import { useAuth } from '@strapi/strapi/admin';
import { NavLink } from 'react-router-dom';
import { actionOf } from '../../../../server/src/names';
import { useGetRolesQuery, useMakeRoleMutation } from '../../api/roles';
import { Card } from '../../components/Card';
import { Mark } from '../../components/Mark';
import { useAct } from '../../components/useAct';
import { useSay } from '../../words';
import { READY_MADE_ROLES, type ReadyMadeRole } from './ready-made-roles';

const MAKING_ROLES = ['admin::roles.create', 'admin::roles.read', 'admin::roles.update'];

/** Offered to those who may make roles; made only when they say so, and theirs to change afterwards. */
export function RolesCard() {
  const held = useAuth('RolesCard', ({ permissions }) => permissions);
  const may = MAKING_ROLES.every((needed) => held.some(({ action }) => action === needed));
  return may ? <Offer /> : null;
}

function Offer() {
  const say = useSay();
  const { missing, isKnown } = useMissing();
  const { make, isLoading } = useMake();
  return (
    <Card title={say('settings.roles')}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Typography textColor="neutral600">{say('settings.roles-hint')}</Typography>
        {READY_MADE_ROLES.map((role) => (
          <Role key={role.name} role={role} isThere={isKnown && !missing.includes(role)} />
        ))}
        <Flex gap={4} wrap="wrap">
          {missing.length > 0 && (
            <Button
              variant="secondary"
              disabled={!isKnown}
              loading={isLoading}
              onClick={() => make(missing)}
            >
              {say('settings.make-roles', { count: missing.length })}
            </Button>
          )}
          <Link tag={NavLink} to="/settings/roles">
            {say('settings.to-roles')}
          </Link>
        </Flex>
      </Flex>
    </Card>
  );
}

/** Known by their names: whoever renames one has made it their own. */
function useMissing() {
  const { data } = useGetRolesQuery(undefined, { refetchOnMountOrArgChange: true });
  const names = (data ?? []).map(({ name }) => name);
  const missing = READY_MADE_ROLES.filter(({ name }) => !names.includes(name));
  return { missing, isKnown: data !== undefined };
}

function useMake() {
  const say = useSay();
  const act = useAct();
  const [makeRole, { isLoading }] = useMakeRoleMutation();
  const makeOne = ({ name, may, ours, onCampaigns }: ReadyMadeRole) =>
    makeRole({
      name,
      description: say(may),
      actions: ours.map(actionOf),
      onCampaigns,
    }).unwrap();
  const makeAll = async (roles: readonly ReadyMadeRole[]) => {
    for (const role of roles) await makeOne(role);
  };
  return {
    isLoading,
    make: (roles: readonly ReadyMadeRole[]) =>
      act(() => makeAll(roles), say('settings.roles-made', { count: roles.length })),
  };
}

interface RoleProps {
  readonly role: ReadyMadeRole;
  readonly isThere: boolean;
}

function Role({ role, isThere }: RoleProps) {
  const say = useSay();
  return (
    <Flex gap={4} justifyContent="space-between" alignItems="flex-start">
      <div>
        <Typography tag="h3" variant="omega" fontWeight="bold">
          {role.name}
        </Typography>
        <Typography variant="pi" textColor="neutral600">
          {say(role.may)}
        </Typography>
      </div>
      {isThere && <Mark tone="success">{say('settings.role-there')}</Mark>}
    </Flex>
  );
}
