import { Flex } from '@strapi/design-system';
import { useFormat } from '../components/format';
import { useSay } from '../words';
import { Press } from './ViewChoice';

interface LanguageChoiceProps {
  readonly locales: readonly string[];
  readonly locale: string;
  readonly onChange: (locale: string) => void;
}

/** Which language to look at. Nothing to choose, nothing to see. */
export function LanguageChoice({ locales, locale, onChange }: LanguageChoiceProps) {
  const say = useSay();
  const { language } = useFormat();
  if (locales.length < 2) return null;
  return (
    <Flex role="group" aria-label={say('message.language')} gap={1} wrap="wrap">
      {locales.map((one) => (
        <Press key={one} isPressed={one === locale} onPress={() => onChange(one)}>
          {language(one)}
        </Press>
      ))}
    </Flex>
  );
}
