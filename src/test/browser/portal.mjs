// A running portal, people who are signed in to it, and what their browsers complained about.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after } from 'node:test';
import { chromium } from 'playwright-core';

const BASE = process.env.PORTAL_URL ?? `http://127.0.0.1:${process.env.PORTAL_PORT ?? 8080}`;
const LOGINS = process.env.PORTAL_LOGINS ?? `${process.env.PORTAL_HOME ?? 'var'}/demo-logins.json`;
const BROWSER = process.env.PORTAL_BROWSER ?? '/usr/bin/chromium';
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const DESKTOP = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };

/** The chip of a page that hears what happens. */
export const LIVE = '.chip-live:not(.chip-starting)';

/** Two cores may be busy with a build next door. In ms. */
const PATIENCE = 45_000;

let browser;
after(() => browser?.close());

/** @returns the first demo login of a role */
export function loginOf(role) {
  const login = JSON.parse(readFileSync(LOGINS, 'utf8')).find((candidate) => candidate.role === role);
  assert.ok(login, `no demo login for ${role}`);
  return login;
}

/** A browser of somebody's own, on a blank page. */
export async function newVisitor({ theme = 'light', locale = 'en-GB', phone = false } = {}) {
  browser ??= await chromium.launch({ executablePath: BROWSER, args: FLAGS });
  const context = await browser.newContext({
    baseURL: BASE,
    viewport: phone ? PHONE : DESKTOP,
    hasTouch: phone,
    colorScheme: theme,
    locale,
  });
  context.setDefaultTimeout(PATIENCE);
  return { context, page: await newPage(context) };
}

/** Another tab of the same person. */
export async function newPage(context) {
  const page = await context.newPage();
  page.complaints = [];
  page.on(
    'console',
    (message) => ['warning', 'error'].includes(message.type()) && page.complaints.push(`${message.type()}: ${message.text()}`),
  );
  page.on('pageerror', (error) => page.complaints.push(`uncaught: ${error.stack}`));
  page.on(
    'requestfailed',
    (request) => request.failure()?.errorText !== 'net::ERR_ABORTED' && page.complaints.push(`failed: ${request.url()}`),
  );
  page.on('response', (response) => response.status() >= 400 && page.complaints.push(`${response.status()}: ${response.url()}`));
  await page.addInitScript(() => {
    window.shifts = [];
    new PerformanceObserver((list) => {
      for (const shift of list.getEntries())
        if (!shift.hadRecentInput) window.shifts.push([shift.value, ...shift.sources.map((source) => source.node?.className ?? '')]);
    }).observe({ type: 'layout-shift', buffered: true });
  });
  return page;
}

export async function logIn(page, { username, password }) {
  await page.goto('/login');
  await page.fill('#username', username);
  await page.fill('#password', password);
  await page.click('form button.primary');
  await page.waitForSelector('.rail');
}

/** Somebody of that role, signed in and connected. */
export async function enter(role, options) {
  const visitor = await newVisitor(options);
  await logIn(visitor.page, loginOf(role));
  await visitor.page.waitForSelector(LIVE);
  return visitor;
}

/** Opens a ticket by the form. @returns its number and address */
export async function openTicket(page, title) {
  await page.goto('/tickets/new');
  await page.fill('#customer', 'a');
  await page.waitForSelector('#customer-options li');
  await page.press('#customer', 'ArrowDown');
  await page.press('#customer', 'Enter');
  await page.selectOption('#ticket-type', 'repair');
  await page.fill('#ticket-title', title);
  await page.fill('#ticket-description', 'Opened by a browser test.');
  await page.click('portal-ticket-create button.primary');
  await page.waitForSelector('.detail .facts');
  return { number: await page.textContent('.detail-line .figure'), address: new URL(page.url()).pathname };
}

export const row = (page, title) => page.locator('.tickets tbody tr', { hasText: title });

export function assertQuiet(page) {
  assert.deepEqual(page.complaints, []);
}
