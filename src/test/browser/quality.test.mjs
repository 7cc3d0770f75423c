// Every page and state, in both themes: nothing for axe to find, nothing in the console, nothing that jumps.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import axe from 'axe-core';
import { assertQuiet, enter, LIVE, newVisitor, openTicket } from './portal.mjs';

const RULES = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] };

async function audit(page, state) {
  await page.evaluate(axe.source);
  // A fade that is half through has no colour of its own.
  await page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter(({ effect }) => effect.getComputedTiming().iterations !== Infinity)
        .map(({ finished }) => finished),
    ),
  );
  const { violations } = await page.evaluate((rules) => window.axe.run(document, rules), RULES);
  const found = violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .slice(0, 3)
        .map(({ html, any }) => `${html.slice(0, 140)} ${any[0]?.message ?? ''}`)
        .join(' | ')}`,
  );
  assert.deepEqual(found, [], `axe on ${state}`);
}

for (const theme of ['light', 'dark']) {
  describe(`in the ${theme} theme`, () => {
    test('the login page', async () => {
      const { page, context } = await newVisitor({ theme });
      await page.goto('/login');
      await page.waitForSelector('#username');
      await audit(page, 'login');
      await page.click('summary');
      await audit(page, 'login with display choices');
      assertQuiet(page);
      await context.close();
    });

    test('the dashboard', async () => {
      const { page, context } = await enter('admin', { theme });
      await page.waitForSelector('.feed-list strong');
      await audit(page, 'dashboard');
      await page.getByRole('button', { name: 'Show as table' }).click();
      await audit(page, 'trend as table');
      await page.click('.who');
      await audit(page, 'user menu');
      assertQuiet(page);
      await context.close();
    });

    test('the list, a ticket, its form and its dialogs', async () => {
      const { page, context } = await enter('admin', { theme });
      await page.goto('/tickets');
      await page.waitForSelector('.tickets tbody a');
      await audit(page, 'list');
      await openTicket(page, `Audit ${Date.now()}`);
      await audit(page, 'detail');
      await page.click('#edit-ticket');
      await page.waitForSelector('#ticket-title');
      await audit(page, 'edit');
      await page.getByRole('button', { name: 'Discard' }).click();
      await page.getByRole('button', { name: 'Assign', exact: true }).click();
      await page.waitForSelector('.person-option');
      await audit(page, 'assign');
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Cancel ticket' }).click();
      await audit(page, 'confirm');
      await page.keyboard.press('Escape');
      assertQuiet(page);
      await context.close();
    });

    test('the form for a new ticket, empty and refused', async () => {
      const { page, context } = await enter('admin', { theme });
      await page.goto('/tickets/new');
      await page.press('#customer', 'ArrowDown');
      await page.waitForSelector('#customer-options li');
      await audit(page, 'create with suggestions');
      await page.getByRole('button', { name: 'Open ticket' }).click();
      await page.getByText('Give it a title.').waitFor();
      assert.equal(await page.evaluate(() => document.activeElement.id), 'customer');
      await audit(page, 'create refused');
      assertQuiet(page);
      await context.close();
    });

    test('empties, errors and the phone', async () => {
      const { page, context } = await enter('admin', { theme, phone: true });
      await page.goto('/tickets');
      await page.waitForSelector('.tickets tbody a');
      await audit(page, 'list on a phone');
      await page.goto('/tickets?search=nothing-is-called-like-this');
      await page.waitForSelector('.empty');
      await audit(page, 'empty list');
      await page.goto('/no-such-page');
      await page.waitForSelector('.empty');
      await audit(page, 'no such page');
      await page.route('**/api/tickets?*', (route) =>
        route.fulfill({ status: 500, contentType: 'application/problem+json', body: '{"title":"Broken","problemId":"abc"}' }),
      );
      await page.goto('/tickets');
      await page.getByText('Problem abc').waitFor();
      await audit(page, 'failed list');
      await context.close();
    });
  });
}

test('nothing jumps while data arrives', async () => {
  const { page, context } = await enter('admin');
  for (const [address, ready] of [
    ['/dashboard', '.feed-list strong'],
    ['/tickets', '.tickets tbody a'],
    ['/tickets/new', '#customer'],
  ]) {
    await page.goto(address);
    await page.waitForSelector(ready);
    await page.waitForSelector(LIVE);
    await page.waitForFunction(() => document.readyState === 'complete');
    assert.deepEqual(await page.evaluate(() => new Promise((done) => setTimeout(() => done(window.shifts), 300))), [], address);
  }
  await context.close();
});
