export function startTestServer(
  folder: string,
  env?: NodeJS.ProcessEnv,
): Promise<{ port: number; pid: number; stop: () => Promise<void> }>;
export function adminUrlAt(port: number): string;
export function addTemplate(url: string): Promise<void>;
