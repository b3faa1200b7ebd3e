import { Button, Field, Flex, Textarea } from '@strapi/design-system';
import { useState, type KeyboardEvent } from 'react';
import { useSay } from '../words';

const MOST_CHARACTERS = 2000;

interface CommentFormProps {
  readonly isSending: boolean;
  /** Answers whether it is there; else the words stay. */
  readonly onSend: (text: string) => Promise<boolean>;
}

/** Ctrl+Enter or ⌘+Enter sends, too. */
export function CommentForm({ isSending, onSend }: CommentFormProps) {
  const say = useSay();
  const [text, setText] = useState('');
  const words = text.trim();
  // Characters as the server counts them: an emoji is one.
  const used = [...words].length;
  const isTooLong = used > MOST_CHARACTERS;
  const send = async () => {
    if (used === 0 || isTooLong || isSending) return;
    if (await onSend(words)) setText('');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void send();
  };
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Field.Root
        hint={say('comments.counter', { used, most: MOST_CHARACTERS })}
        error={isTooLong ? say('comments.too-long', { used, most: MOST_CHARACTERS }) : undefined}
      >
        <Field.Label>{say('comments.write')}</Field.Label>
        <Textarea
          value={text}
          onChange={({ target }) => setText(target.value)}
          onKeyDown={onKeyDown}
        />
        <Field.Hint />
        <Field.Error />
      </Field.Root>
      <Flex justifyContent="flex-end">
        <Button
          variant="secondary"
          disabled={used === 0 || isTooLong}
          loading={isSending}
          onClick={() => void send()}
        >
          {say('comments.send')}
        </Button>
      </Flex>
    </Flex>
  );
}
