import { ownPage } from './own-page.js';

const THEIRS = `<head><link rel="icon" href="static/logo.svg"><link href="https://fonts.example/css2?family=A&display=swap" rel="stylesheet">
<link href="static/main.css" rel="stylesheet"></head><body class="preload"><div id="root"><p style="color:red">Loading</p>
<style>@keyframes p{0%{opacity:.2}}</style></div></body>`;

it('leaves out what the policy of the page refuses, keeps the rest, and leads back', () => {
  const page = ownPage(THEIRS);
  expect(page).not.toMatch(/https?:|style="|<style/);
  for (const kept of ['static/logo.svg', 'static/main.css', '<p>Loading</p>']) expect(page).toContain(kept);
  expect(page.indexOf('<a href="/fleet">')).toBeLessThan(page.indexOf('id="root"'));
});
