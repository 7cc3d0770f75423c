import type { ReactiveController, ReactiveControllerHost } from 'lit';

export type Reducer<State, Action> = (state: State, action: Action) => State;

/**
 * One feature's state. Only functions of the same feature dispatch; elements read and watch.
 * A reducer returns the same object when nothing changed, and then nobody is told.
 */
export class Slice<State, Action> {
  private readonly listeners = new Set<() => void>();

  constructor(
    private current: State,
    private readonly reduce: Reducer<State, Action>,
  ) {}

  get state(): State {
    return this.current;
  }

  dispatch(action: Action): void {
    const next = this.reduce(this.current, action);
    if (next === this.current) return;
    this.current = next;
    for (const listener of [...this.listeners]) listener();
  }

  /** @returns the function that ends the subscription */
  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}

/** Renders its element whenever one of the slices changes, for as long as the element is on the page. */
export class Watch implements ReactiveController {
  private readonly slices: Pick<Slice<unknown, never>, 'subscribe'>[];
  private ends: (() => void)[] = [];

  constructor(
    private readonly host: ReactiveControllerHost,
    ...slices: Pick<Slice<unknown, never>, 'subscribe'>[]
  ) {
    this.slices = slices;
    host.addController(this);
  }

  hostConnected(): void {
    this.ends = this.slices.map((slice) => slice.subscribe(() => this.host.requestUpdate()));
    this.host.requestUpdate();
  }

  hostDisconnected(): void {
    this.ends.forEach((end) => end());
  }
}
