'use client';

import { Failure } from '@/ui/failure';

export default function PlatformError({ error }: { error: Error & { digest?: string } }) {
  // A fresh page, because the layout's data may be what failed.
  return <Failure digest={error.digest} onRetry={() => window.location.reload()} />;
}
