import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import type messages from '../../messages/en.json';

type TitleKey = keyof (typeof messages)['titles'];

/** Title of a page whose name does not depend on data. */
export async function titled(key: TitleKey): Promise<Metadata> {
  return { title: (await getTranslations('titles'))(key) };
}
