import assert from 'node:assert/strict';
import { test } from 'node:test';
import { enter } from './portal.mjs';

const focused = (page) => page.evaluate(() => document.activeElement.id || document.activeElement.textContent.trim());

test('the list works from the keyboard', async () => {
  const { page, context } = await enter('admin');
  await page.goto('/tickets');
  await page.waitForSelector('.tickets tbody a');
  const titles = await page.locator('.tickets tbody a').allTextContents();

  await page.keyboard.press('j');
  assert.equal(await focused(page), titles[0].trim());
  await page.keyboard.press('j');
  await page.keyboard.press('k');
  assert.equal(await focused(page), titles[0].trim());
  await page.keyboard.press('Enter');
  await page.waitForSelector('#detail-title');
  assert.match(page.url(), /\/tickets\/\d+/);
  await page.keyboard.press('Escape');
  await page.waitForURL('/tickets');
  await page.waitForFunction((title) => document.activeElement.textContent.trim() === title, titles[0].trim());

  await page.keyboard.press('/');
  assert.equal(await focused(page), 'ticket-search');
  await page.keyboard.type('jck?');
  assert.equal(await page.inputValue('#ticket-search'), 'jck?');
  await page.keyboard.press('Escape');
  await page.keyboard.press('c');
  await page.waitForURL(/\/tickets\/new/);
  await page.waitForFunction(() => document.activeElement.id === 'customer');
  await context.close();
});

test('letters can be given back to other programs', async () => {
  const { page, context } = await enter('admin');
  await page.goto('/tickets');
  await page.waitForSelector('.tickets tbody a');
  await page.keyboard.press('?');
  await page.getByText('Use single-letter shortcuts').click();
  await page.keyboard.press('Escape');
  await page.keyboard.press('c');
  assert.equal(new URL(page.url()).pathname, '/tickets');
  await context.close();
});

test('the first stop leads past the navigation, and focus follows to another page', async () => {
  const { page, context } = await enter('admin');
  await page.waitForSelector('.feed-list');
  await page.evaluate(() => document.activeElement.blur());
  await page.keyboard.press('Tab');
  assert.equal(await focused(page), 'Skip to the content');
  await page.keyboard.press('Enter');
  assert.equal(await focused(page), 'main');
  await page.getByRole('link', { name: 'Tickets', exact: true }).click();
  await page.waitForSelector('.tickets');
  assert.equal(await focused(page), 'main');
  assert.equal(await page.title(), 'Tickets · Aglis Portal');
  await context.close();
});

test('sort, filter and page are in the address, and back undoes them', async () => {
  const { page, context } = await enter('admin');
  await page.goto('/tickets');
  await page.waitForSelector('.tickets tbody a');
  await page.getByRole('button', { name: 'Priority' }).click();
  await page.waitForURL('/tickets?sort=-priority');
  assert.equal(await page.getAttribute('th.col-priority', 'aria-sort'), 'descending');
  await page.getByRole('combobox', { name: 'Any priority' }).selectOption('high');
  await page.waitForURL(/priority=high/);
  await page.waitForFunction(() =>
    [...document.querySelectorAll('tbody .priority')].every((mark) => mark.classList.contains('priority-high')),
  );
  await page.goBack();
  await page.waitForURL('/tickets?sort=-priority');
  await page.fill('#ticket-search', 'nothing is called like this');
  await page.getByText('No ticket fits').waitFor();
  await page.locator('.empty').getByRole('button', { name: 'Clear filter' }).click();
  await page.waitForSelector('.tickets tbody a');
  await context.close();
});
