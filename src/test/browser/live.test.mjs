import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertQuiet, enter, LIVE, newPage, openTicket, row } from './portal.mjs';

test('two people see each other’s work without reloading', async () => {
  const ayu = await enter('supervisor');
  const budi = await enter('admin');
  const title = `Live ${Date.now()}`;
  await budi.page.goto('/tickets');
  await budi.page.waitForSelector('.tickets tbody a');
  await budi.page.mouse.move(5, 5);
  const openBefore = Number(await budi.page.textContent('.tab.status-open .figure'));

  await openTicket(ayu.page, title);
  await row(budi.page, title).waitFor();
  await budi.page.waitForFunction(
    (before) => Number(document.querySelector('.tab.status-open .figure').textContent) === before + 1,
    openBefore,
  );

  await ayu.page.getByRole('button', { name: 'Assign', exact: true }).click();
  await ayu.page.locator('.person-option input:enabled').first().check();
  await ayu.page.locator('dialog button[value=yes]').click();
  await row(budi.page, title).locator('.status-assigned').waitFor();
  await budi.page.waitForFunction(
    (before) => Number(document.querySelector('.tab.status-open .figure').textContent) === before,
    openBefore,
  );

  for (const { page, context } of [ayu, budi]) {
    assertQuiet(page);
    await context.close();
  }
});

test('new rows wait while somebody points at the list', async () => {
  const { page, context } = await enter('admin');
  const other = await enter('supervisor');
  await page.goto('/tickets');
  await page.waitForSelector('.tickets tbody a');
  const first = await page.textContent('.tickets tbody a');
  await page.hover('.tickets tbody tr:nth-child(2)');
  const title = `Waits ${Date.now()}`;
  await openTicket(other.page, title);

  await page.getByRole('button', { name: /1 new/ }).waitFor();
  assert.equal(await page.textContent('.tickets tbody a'), first);
  await page.click('.live-bar');
  await row(page, title).waitFor();
  await context.close();
  await other.context.close();
});

test('a row that leaves the filter stays, with the reason, until asked', async () => {
  const { page, context } = await enter('admin');
  const title = `Leaves ${Date.now()}`;
  const { address } = await openTicket(page, title);
  await page.goto('/tickets?status=open');
  await row(page, title).waitFor();
  await page.hover('.tickets tbody tr');

  const tab = await newPage(context);
  await tab.goto(address);
  await tab.getByRole('button', { name: 'Cancel ticket' }).click();
  await tab.getByRole('button', { name: 'Cancel the ticket' }).click();
  await page.locator('tr.gone', { hasText: title }).getByText('now cancelled').waitFor();
  await page.click('.live-bar');
  await row(page, title).waitFor({ state: 'detached' });
  await context.close();
});

test('paused updates wait for the one who paused them', async () => {
  const { page, context } = await enter('admin');
  const title = `Paused ${Date.now()}`;
  await page.goto('/tickets');
  await page.waitForSelector('.tickets tbody a');
  await page.getByText('Pause updates').click();
  await page.mouse.move(5, 5);
  const tab = await newPage(context);
  await openTicket(tab, title);
  await page.getByRole('button', { name: /1 new/ }).waitFor();
  assert.equal(await row(page, title).count(), 0);
  await page.click('.live-bar');
  await row(page, title).waitFor();
  await context.close();
});

test('a connection that breaks says so, and what was missed arrives when it is back', async () => {
  const { page, context } = await enter('admin');
  const other = await enter('supervisor');
  await page.goto('/tickets');
  await page.waitForSelector('.tickets tbody a');
  await page.mouse.move(5, 5);
  await context.setOffline(true);
  await page.waitForSelector('.chip-offline');
  const title = `Missed ${Date.now()}`;
  await openTicket(other.page, title);
  await context.setOffline(false);
  await page.waitForSelector(LIVE);
  await row(page, title).waitFor();
  await context.close();
  await other.context.close();
});
