import { serverNow } from '../clock.ts';
import { language } from './locale.ts';

/** The business lives in one zone, wherever the reader is. */
const ZONE = 'Asia/Jakarta';
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const made = new Map<string, unknown>();

/** Formatters are dear to make and asked for in every row. */
function once<T>(key: string, make: (locale: string) => T): T {
  const locale = language() === 'id' ? 'id-ID' : 'en-GB';
  const name = `${locale} ${key}`;
  if (!made.has(name)) made.set(name, make(locale));
  return made.get(name) as T;
}

export const number = (value: number, digits = 0): string =>
  once(`n${digits}`, (locale) => new Intl.NumberFormat(locale, { maximumFractionDigits: digits })).format(value);

export const percent = (ratio: number, digits = 0): string =>
  once(`p${digits}`, (locale) => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: digits })).format(ratio);

export const dateTime = (instant: string): string =>
  once('dt', (locale) => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: ZONE })).format(
    new Date(instant),
  );

export const time = (instant: string | number): string =>
  once('t', (locale) => new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', timeZone: ZONE })).format(new Date(instant));

export const day = (instant: string): string =>
  once('d', (locale) => new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: ZONE })).format(new Date(instant));

/** "3 hours ago", counted on the server's clock. */
export function ago(instant: string): string {
  const past = Date.parse(instant) - serverNow();
  const relative = once('r', (locale) => new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' }));
  const size = Math.abs(past);
  if (size < MINUTE) return relative.format(0, 'second');
  if (size < HOUR) return relative.format(Math.round(past / MINUTE), 'minute');
  if (size < DAY) return relative.format(Math.round(past / HOUR), 'hour');
  return relative.format(Math.round(past / DAY), 'day');
}

/** "2 hr, 5 min"; the two greatest units, never seconds. @param length in ms, of either sign */
export function duration(length: number): string {
  const minutes = Math.floor(Math.abs(length) / MINUTE);
  const days = Math.floor(minutes / 1440);
  const hours = Math.floor((minutes % 1440) / 60);
  if (days > 0) return `${unit(days, 'day')} ${unit(hours, 'hour')}`;
  return hours > 0 ? `${unit(hours, 'hour')} ${unit(minutes % 60, 'minute')}` : unit(minutes, 'minute');
}

const unit = (value: number, name: 'day' | 'hour' | 'minute'): string =>
  once(`u${name}`, (locale) => new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'narrow' })).format(value);

/** Chooses by the plural rules of the language; Indonesian has one form only. */
export function plural(count: number, one: string, other: string): string {
  return once('pl', (locale) => new Intl.PluralRules(locale)).select(count) === 'one' ? one : other;
}

/** A `datetime-local` value means time in the business's zone. */
export function toLocalInput(instant: string | null): string {
  return instant ? new Date(Date.parse(instant) + 7 * HOUR).toISOString().slice(0, 16) : '';
}

export function fromLocalInput(value: string): string | null {
  return value ? new Date(Date.parse(`${value}:00Z`) - 7 * HOUR).toISOString() : null;
}
