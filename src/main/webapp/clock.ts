import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** A Date header counts whole seconds: the middle of that second is the best guess. */
const HALF_A_SECOND = 500;

let offset = 0;
let bestRoundTrip = Number.POSITIVE_INFINITY;

/** Keeps the estimate of the quickest round trip; times in ms of this browser's clock. */
export function noteServerTime(date: string | null, sentAt: number, receivedAt: number): void {
  const roundTrip = receivedAt - sentAt;
  if (!date || roundTrip >= bestRoundTrip) return;
  bestRoundTrip = roundTrip;
  offset = Date.parse(date) + HALF_A_SECOND - (sentAt + receivedAt) / 2;
}

/** What the server's clock shows now, in ms; a wrong clock on a phone must not move a deadline. */
export function serverNow(): number {
  return Date.now() + offset;
}

/** Renders its element every `period` ms while it is on the page and the page is seen. */
export class Ticking implements ReactiveController {
  private timer: ReturnType<typeof setInterval> | undefined;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly period: number,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.timer = setInterval(() => {
      if (!document.hidden) this.host.requestUpdate();
    }, this.period);
  }

  hostDisconnected(): void {
    clearInterval(this.timer);
  }
}
