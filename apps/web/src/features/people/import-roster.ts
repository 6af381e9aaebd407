import { ROSTER_LIMITS, type RosterReport } from '@holdout/domain';
import { answerMessage } from '@/lib/answer-message';
import { ORGANIZATION_HEADER, organizationIn } from '@/lib/organization-cookie';

/** Sends a roster as it is. @throws Error that says why nothing was done */
export function importRoster(csv: File, isDryRun: boolean): Promise<RosterReport> {
  const name = encodeURIComponent(csv.name.slice(0, ROSTER_LIMITS.name));
  return imported(`/files/roster?isDryRun=${isDryRun}&name=${name}`, {
    headers: { 'content-type': 'text/csv' },
    body: csv,
  });
}

/** Brings the students of the course that a link stands in. @throws Error that says why nothing was done */
export function importLmsRoster(linkId: string, isDryRun: boolean): Promise<RosterReport> {
  return imported(`/files/lms-roster/${linkId}?isDryRun=${isDryRun}`, { headers: {} });
}

async function imported(
  address: string,
  { headers, body }: { headers: Record<string, string>; body?: Blob },
): Promise<RosterReport> {
  const organization = organizationIn(document.cookie);
  const response = await fetch(address, {
    method: 'POST',
    headers: {
      ...headers,
      'x-holdout-csrf': '1',
      ...(organization ? { [ORGANIZATION_HEADER]: organization } : {}),
    },
    ...(body && { body }),
  });
  if (!response.ok) throw new Error(answerMessage(await response.text()));
  return (await response.json()) as RosterReport;
}
