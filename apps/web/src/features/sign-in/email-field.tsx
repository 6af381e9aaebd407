import { TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';

/** The address by which somebody signs in; browsers fill it in. */
export function EmailField() {
  const t = useTranslations('signIn');
  return (
    <TextInput
      name="email"
      type="email"
      label={t('email')}
      autoComplete="username"
      required
      withAsterisk={false}
      size="md"
    />
  );
}
