import { getTranslations } from 'next-intl/server';
import { jsonResume } from '@/features/portfolio/json-resume';
import { readPublished } from '@/features/portfolio/read-published';
import { ownOrigin } from '@/lib/own-origin';

export async function GET(_request: Request, { params }: RouteContext<'/p/[slug]/resume.json'>) {
  const { slug } = await params;
  const [portfolio, origin, t, skillName] = await Promise.all([
    readPublished(slug),
    ownOrigin(),
    getTranslations('published'),
    getTranslations('skillName'),
  ]);
  const names = new Map(portfolio.skills.map(({ skill }) => [skill as string, skillName(skill)]));
  const resume = jsonResume(portfolio, `${origin}/p/${slug}`, {
    t,
    skillName: (skill) => names.get(skill) ?? skill,
  });
  return Response.json(resume, {
    headers: {
      'cache-control': 'no-store',
      'content-disposition': `attachment; filename="${slug}.resume.json"`,
    },
  });
}
