import type { RosterReport } from '@holdout/domain';
import { answerMessage } from '@/lib/answer-message';
import { ORGANIZATION_HEADER, organizationIn } from '@/lib/organization-cookie';

/** Sends a roster as it is. @throws Error that says why nothing was done */
export async function importRoster(csv: Blob, isDryRun: boolean): Promise<RosterReport> {
  const organization = organizationIn(document.cookie);
  const response = await fetch(`/files/roster?isDryRun=${isDryRun}`, {
    method: 'POST',
    headers: {
      'content-type': 'text/csv',
      'x-holdout-csrf': '1',
      ...(organization ? { [ORGANIZATION_HEADER]: organization } : {}),
    },
    body: csv,
  });
  if (!response.ok) throw new Error(answerMessage(await response.text()));
  return (await response.json()) as RosterReport;
}
