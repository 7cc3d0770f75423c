import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertQuiet, enter, openTicket } from './portal.mjs';

test('a ticket goes its whole way, and the history tells it', async () => {
  const { page, context } = await enter('supervisor');
  await openTicket(page, `Whole way ${Date.now()}`);
  const status = (code) => page.locator(`.detail-head .status-${code}`).waitFor();
  const press = (name) => page.locator('.actions').getByRole('button', { name }).click();

  await press('Assign');
  await page.locator('.person-option input:enabled').first().check();
  await page.fill('#assign-note', 'Nearest to the customer');
  await page.locator('dialog button[value=yes]').click();
  await status('assigned');
  await press('Start');
  await status('in_progress');
  await press('Put on hold');
  await page.locator('.detail-head').getByText('Paused').waitFor();
  await page.locator('.toast').getByRole('button', { name: 'Undo' }).click();
  await status('in_progress');
  await press('Complete');
  await page.locator('dialog').getByRole('button', { name: 'Complete' }).click();
  await page.getByText('Say in a sentence what was done.').waitFor();
  await page.fill('#resolution', 'Spliced the drop cable anew.');
  await page.locator('dialog').getByRole('button', { name: 'Complete' }).click();
  await status('completed');
  assert.equal(await page.locator('.actions').count(), 0);
  assert.equal(await page.evaluate(() => document.activeElement.id), 'detail-title');
  await page.locator('.timeline .note', { hasText: 'Nearest to the customer' }).waitFor();
  await page.waitForFunction(() => document.querySelectorAll('.timeline > li').length === 6);
  assertQuiet(page);
  await context.close();
});

test('a mistake in the form is told beside its field, and an edit can be undone', async () => {
  const { page, context } = await enter('admin');
  const title = `Undo ${Date.now()}`;
  await openTicket(page, title);
  await page.click('#edit-ticket');
  await page.fill('#ticket-title', '');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.waitForSelector('#ticket-title-error');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'ticket-title');
  await page.fill('#ticket-title', 'A new title');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.locator('#detail-title', { hasText: 'A new title' }).waitFor();
  await page.locator('.toast').getByRole('button', { name: 'Undo' }).click();
  await page.locator('#detail-title', { hasText: title }).waitFor();
  await context.close();
});
