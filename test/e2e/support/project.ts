import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';

const STARTER = fileURLToPath(new URL('../../../graders/tabular-risk/starter/', import.meta.url));

/** Files of the starter kit by name. */
export function starterKit(): Record<string, string> {
  return Object.fromEntries(readdirSync(STARTER).map((name) => [name, readFileSync(STARTER + name, 'utf8')]));
}

/** The starter kit with a train command that says it began and then waits, to be cancelled. */
export function sleeper(): Record<string, string> {
  return {
    ...starterKit(),
    'train.py': "import time\nprint('the training has begun', flush=True)\ntime.sleep(100)\n",
  };
}

/**
 * Let go of files over the drop area, as a person does. A page cannot be given a real folder to drop, so the files come one by one
 * inside one transfer.
 */
export async function dropFiles(page: Page, files: Record<string, string>): Promise<void> {
  const transfer = await page.evaluateHandle((contents: [string, string][]) => {
    const data = new DataTransfer();
    for (const [name, text] of contents) data.items.add(new File([text], name));
    return data;
  }, Object.entries(files));
  const area = await dropArea(page);
  await area.dispatchEvent('dragover', { dataTransfer: transfer });
  await area.dispatchEvent('drop', { dataTransfer: transfer });
}

/** The drop area once it listens. */
export async function dropArea(page: Page) {
  await page.locator('[data-testid="drop-area"][aria-busy="false"]').waitFor();
  return page.getByTestId('drop-area');
}
