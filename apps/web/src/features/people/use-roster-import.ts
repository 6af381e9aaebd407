import { useRouter } from 'next/navigation';
import { useState } from 'react';
import type { RosterReport } from '@holdout/domain';

/** People brought in: tried first, then for good. What was said of one roster is forgotten for the next. */
export function useRosterImport() {
  const router = useRouter();
  const [report, setReport] = useState<RosterReport | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [loading, setLoading] = useState(false);

  async function run(send: (isDryRun: boolean) => Promise<RosterReport>, isDryRun: boolean) {
    setLoading(true);
    setError(null);
    try {
      setReport(await send(isDryRun));
      if (!isDryRun) router.refresh();
    } catch (refusal) {
      setReport(null);
      setError(refusal);
    } finally {
      setLoading(false);
    }
  }

  /** @param problem of the next roster, where it cannot even be tried */
  function forget(problem: Error | null = null) {
    setReport(null);
    setError(problem);
  }

  return { report, error, loading, run, forget };
}
