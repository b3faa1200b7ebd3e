import { Typography } from '@strapi/design-system';
import type { ApprovalRules } from '../../../../server/src/contracts/settings';
import { useGetApprovalQuery } from '../../api/settings';
import { Card } from '../../components/Card';
import { Fact, Facts } from '../../components/Facts';
import { Loaded } from '../../components/Loaded';
import { Screen } from '../../components/Screen';
import { Skeleton } from '../../components/Skeleton';
import { useFormat } from '../../components/format';
import { useSay } from '../../words';

/** The rules in force. Changed in the configuration only: that is code somebody reviews. */
export default function ApprovalPage() {
  const say = useSay();
  const rules = useGetApprovalQuery(undefined, { refetchOnMountOrArgChange: true });
  return (
    <Screen
      title={say('settings.approval')}
      subtitle={say('settings.approval-subtitle')}
      needed={['settings.read']}
    >
      <Loaded of={rules} skeleton={<Skeleton rows={1} height="32rem" />}>
        {(inForce) => (
          <Card title={say('settings.approval-rules')}>
            <Rules rules={inForce} />
          </Card>
        )}
      </Loaded>
    </Screen>
  );
}

function Rules({ rules }: { readonly rules: ApprovalRules }) {
  const say = useSay();
  const { list } = useFormat();
  return (
    <Facts>
      <Fact label={say('settings.approval-required')}>
        {say('settings.approval-required-is', { count: rules.required })}
        <Place name="approval.required" />
        <Hint text={say('settings.approval-required-least')} />
      </Fact>
      <Fact label={say('settings.approval-roles')}>
        {rules.fromEachOf.length === 0
          ? say('settings.approval-roles-none')
          : list(rules.fromEachOf.map((role) => say('desk.role', { role })))}
        <Place name="approval.fromEachOf" />
      </Fact>
      <Fact label={say('settings.approval-expires')}>
        {say('settings.approval-days', { count: rules.expiresAfterDays })}
        <Place name="approval.expiresAfterDays" />
      </Fact>
      <Fact label={say('settings.approval-drift')}>
        {say('settings.approval-percent', { count: rules.audienceDriftPercent })}
        <Place name="approval.audienceDriftPercent" />
      </Fact>
      <Fact label={say('settings.approval-grace')}>
        {say('settings.approval-minutes', { count: rules.lateGraceMinutes })}
        <Place name="approval.lateGraceMinutes" />
      </Fact>
      <Fact label={say('settings.approval-quiet')}>
        {rules.accountQuietDays === 0
          ? say('settings.approval-quiet-none')
          : say('settings.approval-days', { count: rules.accountQuietDays })}
        <Place name="approval.accountQuietDays" />
      </Fact>
    </Facts>
  );
}

function Place({ name }: { readonly name: string }) {
  const say = useSay();
  return <Hint text={say('settings.approval-where', { name })} />;
}

function Hint({ text }: { readonly text: string }) {
  return (
    <Typography tag="div" variant="pi" textColor="neutral600">
      {text}
    </Typography>
  );
}
