import type { ShownPortfolioFragment } from '@/generated/graphql';

const dateOf = (at: string): string => at.slice(0, 10);
const oneDecimal = (value: number): string => value.toFixed(1);

/** A portfolio in the format of jsonresume.org, version 1.0.0. `url` is where the portfolio itself lies. */
export function jsonResume(
  portfolio: ShownPortfolioFragment,
  url: string,
  skillName: (skill: string) => string,
) {
  const { name, headline, location, issuerName, skills, results, updatedAt } = portfolio;
  return {
    $schema: 'https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json',
    basics: { name, label: headline, url, ...(location ? { location: { city: location } } : {}) },
    certificates: results.map(({ assignmentTitle, issuedAt, credentialAddress }) => ({
      name: assignmentTitle,
      date: dateOf(issuedAt),
      issuer: issuerName,
      url: credentialAddress,
    })),
    projects: results.map(({ assignmentTitle, assignmentSummary, points, low, high, metrics }) => ({
      name: assignmentTitle,
      description: assignmentSummary,
      url,
      highlights: [
        `${oneDecimal(points)} of 100 points (95 % interval ${oneDecimal(low)} to ${oneDecimal(high)})`,
        ...metrics.map(
          (metric) =>
            `${metric.label} ${metric.value.toPrecision(4)} (${metric.low.toPrecision(4)} to ${metric.high.toPrecision(4)})`,
        ),
      ],
    })),
    skills: skills.map(({ skill, points }) => ({
      name: skillName(skill),
      level: `${oneDecimal(points)} of 100 points`,
    })),
    meta: { version: 'v1.0.0', canonical: url, lastModified: updatedAt },
  };
}
