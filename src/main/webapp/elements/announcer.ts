/** A page that changes all the time must not talk all the time. */
const PAUSE = 5_000;

let region: HTMLElement | undefined;
let waiting: string | undefined;
let quietUntil = 0;

/** Tells screen readers, politely and at most one sentence in five seconds; of several that wait the last is told. */
export function announce(sentence: string): void {
  const wait = quietUntil - Date.now();
  if (waiting !== undefined || wait > 0) {
    if (waiting === undefined) setTimeout(tell, wait);
    waiting = sentence;
  } else {
    waiting = sentence;
    tell();
  }
}

function tell(): void {
  region ??= makeRegion();
  region.textContent = waiting ?? '';
  waiting = undefined;
  quietUntil = Date.now() + PAUSE;
}

function makeRegion(): HTMLElement {
  const made = document.createElement('div');
  made.className = 'seen-by-readers';
  made.role = 'status';
  document.body.append(made);
  return made;
}
