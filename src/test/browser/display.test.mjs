import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertQuiet, enter } from './portal.mjs';

const ground = (page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);

test('the language changes at once, everywhere, and is remembered', async () => {
  const { page, context } = await enter('admin');
  await page.goto('/tickets');
  await page.waitForSelector('.tickets tbody a');
  await page.getByRole('button', { name: 'Language and display' }).click();
  await page.getByText('Bahasa Indonesia').click();
  await page.getByRole('heading', { name: 'Tiket', exact: true }).waitFor();
  await page.locator('th', { hasText: 'Prioritas' }).waitFor();
  assert.equal(await page.getAttribute('html', 'lang'), 'id');
  await page.reload();
  await page.getByRole('heading', { name: 'Tiket', exact: true }).waitFor();
  assertQuiet(page);
  await context.close();
});

test('an Indonesian browser is answered in Indonesian', async () => {
  const { page, context } = await enter('admin', { locale: 'id-ID' });
  await page.getByRole('heading', { name: 'Halo' }).waitFor();
  await context.close();
});

test('the theme follows the system until somebody chooses', async () => {
  const { page, context } = await enter('admin', { theme: 'dark' });
  const dark = await ground(page);
  await page.getByRole('button', { name: 'Language and display' }).click();
  await page.getByText('Light', { exact: true }).click();
  const light = await ground(page);
  assert.notEqual(light, dark);
  await page.reload();
  await page.waitForSelector('.rail');
  assert.equal(await ground(page), light);
  await context.close();
});

test('density changes the height of rows', async () => {
  const { page, context } = await enter('admin');
  await page.goto('/tickets');
  await page.waitForSelector('.tickets tbody a');
  const height = () => page.evaluate(() => document.querySelector('.tickets tbody tr').offsetHeight);
  assert.ok(Math.abs((await height()) - 36) <= 1);
  await page.getByRole('button', { name: 'Language and display' }).click();
  await page.getByText('Comfortable').click();
  assert.ok((await height()) >= 48);
  await context.close();
});

test('on a phone one pane shows at a time, nothing overflows, and targets are large enough', async () => {
  const { page, context } = await enter('admin', { phone: true });
  const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  await page.waitForSelector('.feed-list strong');
  assert.equal(await overflow(), 0);
  await page.getByRole('link', { name: 'Tickets', exact: true }).click();
  await page.locator('.tickets tbody a').first().click();
  await page.waitForSelector('.detail .facts');
  assert.equal(await page.isVisible('.work-list'), false);
  assert.equal(await overflow(), 0);
  const small = await page.evaluate(() =>
    [...document.querySelectorAll('button, a, select')]
      .filter((target) => target.checkVisibility() && !target.closest('.skip'))
      .filter((target) => Math.min(target.offsetWidth, target.offsetHeight) < 24)
      .map((target) => target.outerHTML.slice(0, 90)),
  );
  assert.deepEqual(small, []);
  await page.getByRole('link', { name: 'Back to the list' }).click();
  await page.waitForSelector('.tickets tbody a');
  await context.close();
});
