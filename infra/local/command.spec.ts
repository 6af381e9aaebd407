import { runCommand } from './command.mjs';
import { explain } from './report.mjs';

it('ends a program whose log can no longer be written, and says that the disk is full', async () => {
  const forever = 'console.log("a line"); setInterval(() => {}, 1000)';
  const failure = await runCommand(process.execPath, ['-e', forever], { logFile: '/dev/full' }).catch(
    (error: unknown) => error,
  );
  expect(explain(failure)).toMatch(
    /^The disk is full \(.*ENOSPC.*\)\. Free some space and run npm start again/,
  );
});

it('tells the last lines of a program that failed', async () => {
  const failing = runCommand(process.execPath, ['-e', 'console.error("no such table"); process.exit(3)'], {
    label: 'the seed',
  });
  await expect(failing).rejects.toThrow('the seed failed (exit code 3):\nno such table');
});
