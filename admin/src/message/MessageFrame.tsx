import { Box, Flex, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { PreviewShown } from '../../../server/src/contracts/shapes';
import { useSay } from '../words';
import { srcdocOf } from './srcdoc';
import type { View } from './view';

const PHONE_WIDTH = '390px';

// The colours of a mail program, not of the admin: a mail without a background lies on the canvas.
const Frame = styled.iframe<{ readonly $isDark: boolean }>`
  display: block;
  width: 100%;
  height: 60vh;
  min-height: 360px;
  border: 0;
  color-scheme: ${({ $isDark }) => ($isDark ? 'dark' : 'light')};
  background: Canvas;
`;

const Text = styled.pre`
  margin: 0;
  padding: ${({ theme }) => theme.spaces[4]};
  color: ${({ theme }) => theme.colors.neutral800};
  height: 60vh;
  min-height: 360px;
  overflow: auto;
  white-space: pre-wrap;
  overflow-wrap: anywhere;
  font-family: monospace;
  font-size: 1.3rem;
  line-height: 1.6;
`;

interface MessageFrameProps {
  readonly message: PreviewShown;
  readonly view: View;
}

/** The mail as one reader sees it: the inbox line, then the mail itself, which can do nothing. */
export function MessageFrame({ message, view }: MessageFrameProps) {
  const say = useSay();
  const isPhone = view.screen === 'phone';
  return (
    <Flex direction="column" alignItems="stretch" gap={3} width="100%">
      <InboxLine message={message} />
      <Flex justifyContent="center" background="neutral150" padding={isPhone ? 4 : 0} hasRadius>
        <Box
          width={isPhone ? PHONE_WIDTH : '100%'}
          maxWidth="100%"
          borderColor="neutral200"
          hasRadius
          overflow="hidden"
          background="neutral0"
        >
          {view.as === 'text' ? (
            <Text tabIndex={0} aria-label={say('message.as-text')}>
              {message.text}
            </Text>
          ) : (
            <Frame
              key={`${view.isDark}${view.hasPictures}`}
              $isDark={view.isDark}
              title={say('message.frame', { subject: message.subject })}
              sandbox=""
              referrerPolicy="no-referrer"
              srcDoc={srcdocOf(message.html, view, [window.location.origin])}
            />
          )}
        </Box>
      </Flex>
    </Flex>
  );
}

function InboxLine({ message: { subject, preheader } }: { readonly message: PreviewShown }) {
  const say = useSay();
  return (
    <Box>
      <Typography tag="p" fontWeight="bold" textColor="neutral800">
        {subject || say('message.no-subject')}
      </Typography>
      <Typography tag="p" variant="pi" textColor="neutral600">
        {preheader || say('message.no-preheader')}
      </Typography>
    </Box>
  );
}
