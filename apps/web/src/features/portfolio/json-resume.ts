import type { useTranslations } from 'next-intl';
import type { ShownPortfolioFragment } from '@/generated/graphql';
import { metricText } from '@/ui/units';

interface Words {
  t: ReturnType<typeof useTranslations<'published'>>;
  skillName: (skill: string) => string;
}

/** A portfolio in the format of jsonresume.org, version 1.0.0. `url` is the portfolio's own address. */
export function jsonResume(portfolio: ShownPortfolioFragment, url: string, { t, skillName }: Words) {
  const { name, headline, location, issuerName, skills, results, updatedAt } = portfolio;
  return {
    $schema: 'https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json',
    basics: { name, label: headline, url, ...(location ? { location: { city: location } } : {}) },
    certificates: results.map(({ assignmentTitle, issuedAt, credentialAddress }) => ({
      name: assignmentTitle,
      date: issuedAt.slice(0, 10),
      issuer: issuerName,
      url: credentialAddress,
    })),
    projects: results.map(({ assignmentTitle, assignmentSummary, points, low, high, metrics }) => ({
      name: assignmentTitle,
      description: assignmentSummary,
      url,
      highlights: [
        t('resumeResult', { points, low, high }),
        ...metrics.map((metric) =>
          t('resumeMetric', {
            label: metric.label,
            value: metricText(metric.value),
            low: metricText(metric.low),
            high: metricText(metric.high),
          }),
        ),
      ],
    })),
    skills: skills.map(({ skill, points }) => ({
      name: skillName(skill),
      level: t('resumeSkill', { points }),
    })),
    meta: { version: 'v1.0.0', canonical: url, lastModified: updatedAt },
  };
}
