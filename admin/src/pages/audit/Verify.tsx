import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { Shield } from '@strapi/icons';
import type { VerificationShown } from '../../../../server/src/contracts/audit';
import { useLazyVerifyAuditQuery } from '../../api/audit';
import { Notice } from '../../components/Notice';
import { useFormat } from '../../components/format';
import { readRefusal } from '../../refusal';
import { useSay } from '../../words';

/** Reads the whole trail, so it is asked for by hand. */
export function Verify() {
  const say = useSay();
  const [verify, { data, error, isFetching }] = useLazyVerifyAuditQuery();
  const isAnswered = !isFetching && Boolean(data ?? error);
  return (
    <div>
      <Flex gap={3} wrap="wrap">
        <Button
          variant="secondary"
          startIcon={<Shield />}
          loading={isFetching}
          onClick={() => void verify()}
        >
          {say('audit.verify')}
        </Button>
        <Typography variant="pi" textColor="neutral600">
          {say('audit.verify-hint')}
        </Typography>
      </Flex>
      <Box role="status" paddingTop={isAnswered ? 3 : 0}>
        {isAnswered && Boolean(error) && (
          <Notice tone="danger">{readRefusal(error, say).text}</Notice>
        )}
        {isAnswered && !error && data && <Verified verification={data} />}
      </Box>
    </div>
  );
}

function Verified({ verification }: { readonly verification: VerificationShown }) {
  const say = useSay();
  const { number } = useFormat();
  const { isWhole, text, findings, found, notes } = verification;
  const more = found - findings.length;
  return (
    <Notice tone={isWhole ? 'success' : 'danger'} title={text}>
      <ul>
        {findings.map((finding) => (
          <li key={`${finding.kind} ${finding.rowId} ${finding.seq}`}>{finding.text}</li>
        ))}
        {more > 0 && <li>{say('audit.more', { count: number(more) })}</li>}
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </Notice>
  );
}
