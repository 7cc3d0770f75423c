import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertQuiet, enter, LIVE, logIn, loginOf, newPage, newVisitor } from './portal.mjs';

test('a wrong password is refused in one sentence, and the page stays usable', async () => {
  const { page, context } = await newVisitor();
  await page.goto('/login');
  await page.fill('#username', 'nobody-of-this-name');
  await page.fill('#password', 'wrong');
  await page.click('form button.primary');
  await page.getByRole('alert').getByText('Username or password is wrong.').waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.id), 'password');
  await context.close();
});

test('whoever must log in first gets to where he wanted to go', async () => {
  const { page, context } = await newVisitor();
  await page.goto('/tickets?status=open&sort=slaDueAt');
  await page.waitForURL(/\/login\?to=/);
  assertQuiet(page);
  const { username, password } = loginOf('admin');
  await page.fill('#username', username);
  await page.fill('#password', password);
  await page.click('form button.primary');
  await page.waitForURL('/tickets?status=open&sort=slaDueAt');
  await page.waitForSelector('.tab.status-open[aria-current]');
  await context.close();
});

test('the target after log-in cannot lead to another site', async () => {
  const { page, context } = await newVisitor();
  await page.goto('/login?to=//example.org/');
  const { username, password } = loginOf('admin');
  await page.fill('#username', username);
  await page.fill('#password', password);
  await page.click('form button.primary');
  await page.waitForURL('/dashboard');
  await context.close();
});

test('a session goes on after a reload, and its token is in no storage', async () => {
  const { page, context } = await enter('admin');
  await page.reload();
  await page.waitForSelector(LIVE);
  const stored = await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }) + document.cookie);
  assert.doesNotMatch(stored, /eyJ|token|refresh/i);
  assertQuiet(page);
  await context.close();
});

test('logging out in one tab logs out the others', async () => {
  const { page, context } = await enter('admin');
  const tab = await newPage(context);
  await tab.goto('/tickets');
  await tab.waitForSelector('.rail');
  await page.click('.who');
  await page.getByRole('button', { name: 'Log out' }).click();
  await page.waitForSelector('#username');
  await tab.waitForSelector('#username');
  await context.close();
});

test('a technician is offered what a technician may do', async () => {
  const { page, context } = await newVisitor();
  await logIn(page, loginOf('technician'));
  await page.goto('/tickets');
  await page.getByText('Mine', { exact: true }).waitFor();
  assert.equal(await page.getByRole('link', { name: 'New ticket' }).count(), 0);
  await context.close();
});
