import assert from 'node:assert/strict';
import { test } from 'node:test';
import { enter, newPage, openTicket } from './portal.mjs';

/** Two people with the same ticket in the form. */
async function bothEdit(title) {
  const ayu = await enter('supervisor');
  const { address } = await openTicket(ayu.page, title);
  const budi = await enter('admin');
  await budi.page.goto(address);
  for (const { page } of [ayu, budi]) {
    await page.click('#edit-ticket');
    await page.waitForSelector('#ticket-title');
  }
  return { ayu, budi };
}

const save = (page) => page.getByRole('button', { name: 'Save' }).click();

test('different fields merge without a question', async () => {
  const { ayu, budi } = await bothEdit(`Merge ${Date.now()}`);
  await budi.page.fill('#ticket-title', 'Budi’s title');
  await ayu.page.selectOption('#ticket-priority', 'high');
  await save(ayu.page);
  await budi.page.getByText('Meanwhile changed and taken over: Priority').waitFor();
  assert.equal(await budi.page.inputValue('#ticket-title'), 'Budi’s title');
  await save(budi.page);
  await budi.page.locator('#detail-title', { hasText: 'Budi’s title' }).waitFor();
  await budi.page.locator('.detail .priority-high').waitFor();
  await ayu.context.close();
  await budi.context.close();
});

test('one field written by two shows both versions, and loses neither', async () => {
  const { ayu, budi } = await bothEdit(`Clash ${Date.now()}`);
  await budi.page.fill('#ticket-title', 'Written by Budi');
  await ayu.page.fill('#ticket-title', 'Written by Ayu');
  await save(ayu.page);
  const card = budi.page.locator('.conflict');
  await card.getByText('Written by Ayu').waitFor();
  await card.getByText('Written by Budi').waitFor();
  assert.equal(await budi.page.inputValue('#ticket-title'), 'Written by Budi');
  await card.getByRole('button', { name: 'Keep mine' }).click();
  await save(budi.page);
  await ayu.page.locator('#detail-title', { hasText: 'Written by Budi' }).waitFor();
  await ayu.page.locator('.changes', { hasText: 'Written by Ayu' }).first().waitFor();
  await ayu.context.close();
  await budi.context.close();
});

test('a save that is too old is merged as well when no event came', async () => {
  const { page, context } = await enter('admin');
  const { address } = await openTicket(page, `Stale ${Date.now()}`);
  await page.click('#edit-ticket');
  await page.fill('#ticket-title', 'Saved late');
  await page.evaluate(() => window.dispatchEvent(new Event('offline')));
  const tab = await newPage(context);
  await tab.goto(address);
  await tab.click('#edit-ticket');
  await tab.selectOption('#ticket-priority', 'low');
  await save(tab);
  await tab.locator('.detail .priority-low').waitFor();
  await save(page);
  await page.locator('#detail-title', { hasText: 'Saved late' }).waitFor();
  await page.locator('.detail .priority-low').waitFor();
  await context.close();
});

test('what is unsaved is not lost by a click elsewhere', async () => {
  const { page, context } = await enter('admin');
  await openTicket(page, `Guard ${Date.now()}`);
  await page.click('#edit-ticket');
  await page.fill('#ticket-title', 'Half a thought');
  await page.getByRole('link', { name: 'Dashboard', exact: true }).click();
  await page.getByRole('button', { name: 'Keep editing' }).click();
  assert.equal(await page.inputValue('#ticket-title'), 'Half a thought');
  await page.getByRole('link', { name: 'Dashboard', exact: true }).click();
  await page.locator('dialog').getByRole('button', { name: 'Discard' }).click();
  await page.waitForURL('/dashboard');
  await context.close();
});
